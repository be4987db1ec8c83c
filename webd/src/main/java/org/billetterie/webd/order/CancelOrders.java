package org.billetterie.webd.order;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import org.billetterie.webd.account.AccountDeleted;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.desk.Urgency;
import org.billetterie.webd.payment.PaymentStore;
import org.billetterie.webd.sale.Stock;
import org.billetterie.webd.ticket.TicketStore;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Cancels the orders of canceled events in chunks, each whole in itself: after a crash it goes on
/// where it stood. Also gives back the holds of deleted accounts.
@ApplicationScoped
class CancelOrders {
  private static final Logger LOG = Logger.getLogger(CancelOrders.class);
  private static final int CHUNK = 200;

  private final SaleDesk desk;

  CancelOrders(SaleDesk desk) {
    this.desk = desk;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void ofCanceledEvents() {
    desk.<Integer>submit(
            Urgency.FREEING,
            (handle, now) -> {
              List<Order> live = OrderStore.liveOfCanceledEvents(handle, CHUNK);
              live.forEach(order -> cancel(handle, order, now));
              return live.size();
            })
        .whenComplete((count, failure) -> {
          if (failure != null) {
            LOG.warnf("orders of canceled events: not this time (%s)", failure.getMessage());
          } else if (count > 0) {
            LOG.infof("orders of canceled events canceled: %d", count);
          }
          if (failure == null && count == CHUNK) {
            ofCanceledEvents();
          }
        });
  }

  void ofDeletedAccount(@Observes AccountDeleted deleted) {
    desk.submit(
        Urgency.FREEING,
        (handle, now) -> {
          OrderStore.pendingOf(handle, deleted.accountId())
              .forEach(order -> cancel(handle, order, now));
          return null;
        });
  }

  private static void cancel(Handle handle, Order order, Instant now) {
    if (order.status() == OrderStatus.PENDING) {
      Stock.releaseHeld(handle, order.eventId(), order.seatsByType());
    } else {
      Stock.releaseSold(handle, order.eventId(), order.seatsByType());
      TicketStore.revoke(handle, order.eventId(), order.id());
      PaymentStore.requestRefund(handle, order.eventId(), order.id(), now);
    }
    OrderStore.setClosed(handle, order, OrderStatus.CANCELED, now);
  }
}
