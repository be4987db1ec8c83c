/// Tickets: one admission each, with a code that only the server can make.
package org.billetterie.webd.ticket;
