/// webd sells: events, seats, orders, payments, tickets. Start at
/// [org.billetterie.webd.desk.SaleDesk], the one door through which stock moves.
package org.billetterie.webd;
