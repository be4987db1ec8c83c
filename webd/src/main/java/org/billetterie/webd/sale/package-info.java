/// The sale desk: the one door through which stock moves. Requests queue at [SaleDesk]; one loop
/// takes what has queued, runs it in one transaction, commits once and only then answers. [Stock]
/// holds the conditional update that cannot oversell; the table's CHECK stands behind it.
package org.billetterie.webd.sale;
