/// Orders: an order is the hold. Start at [Checkout], which places one; [Payments] pays it,
/// [ExpireOrders] and [CancelOrders] give its seats back.
package org.billetterie.webd.order;
