/// What pages that are open are told as it happens: server-sent events. One turn a second reads
/// what is looked at, once for everybody, and tells each page what has changed for it. Nothing here
/// is on the way of a purchase. Begin with [org.billetterie.webd.live.Live].
package org.billetterie.webd.live;
