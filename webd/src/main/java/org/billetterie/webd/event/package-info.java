/// Events, their ticket types and what is left of them. Start at [Events]; every edit that bounds
/// stock passes through the sale desk.
package org.billetterie.webd.event;
