/// How the sale desk works, whatever it decides: one queue, one loop, one commit a batch. Start at
/// [SaleDesk].
package org.billetterie.webd.desk;
