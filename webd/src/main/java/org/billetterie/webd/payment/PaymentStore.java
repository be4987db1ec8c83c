package org.billetterie.webd.payment;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.jdbi.v3.core.Handle;

/// The tables payment and refund.
public final class PaymentStore {
  private PaymentStore() {}

  public static void insert(Handle handle, Payment payment) {
    handle
        .createUpdate(
            """
            INSERT INTO payment
              (event_id, id, order_id, provider, amount_minor, currency, status, created_at)
            VALUES
              (:eventId, :id, :orderId, :provider, :amountMinor, :currency, :status, :createdAt)
            """)
        .bindMethods(payment)
        .execute();
  }

  /// One refund of all that was paid for the order and is not being refunded yet.
  public static void requestRefund(Handle handle, UUID eventId, UUID orderId, Instant now) {
    handle
        .createQuery(
            """
            SELECT p.id, p.amount_minor - COALESCE(
                (SELECT SUM(r.amount_minor) FROM refund r
                 WHERE r.event_id = p.event_id AND r.payment_id = p.id AND r.status <> 'FAILED'),
                0) AS open_minor
            FROM payment p
            WHERE p.event_id = :event AND p.order_id = :order AND p.status = 'CONFIRMED'
            """)
        .bind("event", eventId)
        .bind("order", orderId)
        .map((row, context) ->
            new Open(UUID.fromString(row.getString("id")), row.getLong("open_minor")))
        .list()
        .stream()
        .filter(open -> open.minor() > 0)
        .forEach(open ->
            handle
                .createUpdate(
                    """
                    INSERT INTO refund
                      (event_id, id, payment_id, order_id, amount_minor, status, created_at)
                    VALUES
                      (:event, :id, :payment, :order, :amount, 'REQUESTED', :now)
                    """)
                .bind("event", eventId)
                .bind("id", Ids.next())
                .bind("payment", open.paymentId())
                .bind("order", orderId)
                .bind("amount", open.minor())
                .bind("now", now)
                .execute());
  }

  private record Open(UUID paymentId, long minor) {}
}
