package org.billetterie.webd.order;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.desk.Urgency;
import org.billetterie.webd.sale.Idempotency;
import org.billetterie.webd.sale.Stock;
import org.jboss.logging.Logger;

/// Gives back what nobody paid in time, and forgets answers that nobody will ask for again.
@ApplicationScoped
class ExpireOrders {
  private static final Logger LOG = Logger.getLogger(ExpireOrders.class);

  /// A payment that arrived in time may still be on its way to the desk; nobody pays this late.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final int CHUNK = 200;
  private static final int SWEEP_CHUNK = 1_000;
  private static final Duration ANSWERS_KEPT = Duration.ofHours(48);

  private final SaleDesk desk;

  ExpireOrders(SaleDesk desk) {
    this.desk = desk;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expire() {
    desk.<Integer>submit(
            Urgency.FREEING,
            (handle, now) -> {
              List<Order> due = OrderStore.due(handle, now.minus(GRACE), CHUNK);
              for (Order order : due) {
                Stock.releaseHeld(handle, order.eventId(), order.seatsByType());
                OrderStore.setClosed(handle, order, OrderStatus.EXPIRED, now);
              }
              return due.size();
            })
        .whenComplete((count, failure) -> tell("orders expired", count, failure));
  }

  @Scheduled(every = "60s", delayed = "30s")
  void sweepAnswers() {
    desk.<Integer>submit(
            Urgency.PLACING,
            (handle, now) -> Idempotency.sweep(handle, now.minus(ANSWERS_KEPT), SWEEP_CHUNK))
        .whenComplete((count, failure) -> tell("old answers forgotten", count, failure));
  }

  private static void tell(String what, Integer count, Throwable failure) {
    if (failure != null) {
      LOG.warnf("%s: not this time (%s)", what, failure.getMessage());
    } else if (count > 0) {
      LOG.infof("%s: %d", what, count);
    }
  }
}
