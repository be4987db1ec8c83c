/// The same event on further dates, in one step: all of them or none, once. Start at [CopyEvents].
package org.billetterie.webd.copy;
