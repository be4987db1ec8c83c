package org.billetterie.webd.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billetterie.kit.database.RoundLists;
import org.billetterie.webd.sale.Placing.Holder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables orders, order_line and account_seats.
public final class OrderStore {
  private static final String ORDER =
      """
      SELECT o.event_id, o.id, o.code, o.account_id, o.status, o.seats, o.total_minor, o.currency,
             o.event_title, o.test_payment, o.placed_at, o.expires_at
      FROM orders o
      """;

  private static final String ADD_SEATS =
      """
      INSERT INTO account_seats (event_id, account_id, seats) VALUES (?, ?, ?)
      ON CONFLICT (event_id, account_id)
        DO UPDATE SET seats = account_seats.seats + excluded.seats
      """;
  private static final String ADD_SEATS_OF_ONE =
      "UPDATE account_seats SET seats = seats + ? WHERE event_id = ? AND account_id = ?";

  private OrderStore() {}

  /// Orders of one batch with their lines, and their seats added to their accounts'.
  static void insertAll(Handle handle, List<Order> orders) {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO orders
              (event_id, id, code, account_id, status, seats, total_minor, currency, event_title,
               test_payment, placed_at, expires_at, paid_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    PreparedBatch lines =
        handle.prepareBatch(
            """
            INSERT INTO order_line
              (event_id, order_id, line_no, ticket_type_id, ticket_type_name, quantity,
               unit_price_minor)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """);
    for (Order order : orders) {
      rows.add(
          order.eventId(),
          order.id(),
          order.code(),
          order.accountId(),
          order.status().name(),
          order.seats(),
          order.totalMinor(),
          order.currency(),
          order.eventTitle(),
          order.testPayment(),
          order.placedAt(),
          order.expiresAt(),
          order.status() == OrderStatus.PAID ? order.placedAt() : null);
      for (OrderLine line : order.lines()) {
        lines.add(
            order.eventId(),
            order.id(),
            line.number(),
            line.ticketTypeId(),
            line.ticketTypeName(),
            line.quantity(),
            line.unitPriceMinor());
      }
    }
    rows.execute();
    lines.execute();
    addSeats(handle, orders);
  }

  private static void addSeats(Handle handle, List<Order> orders) {
    Map<Holder, Integer> seats = new LinkedHashMap<>();
    orders.forEach(order ->
        seats.merge(new Holder(order.eventId(), order.accountId()), order.seats(), Integer::sum));
    PreparedBatch rows = handle.prepareBatch(ADD_SEATS);
    seats.forEach((holder, count) -> rows.add(holder.eventId(), holder.accountId(), count));
    rows.execute();
  }

  static Optional<Order> find(Handle handle, UUID eventId, UUID id) {
    return handle
        .createQuery(ORDER + "WHERE o.event_id = :event AND o.id = :id")
        .bind("event", eventId)
        .bind("id", id)
        .map((row, context) -> order(row, handle))
        .findOne();
  }

  /// For a caller that knows the order's id only.
  static Optional<Order> find(Handle handle, UUID id) {
    return handle
        .createQuery(ORDER + "WHERE o.id = :id")
        .bind("id", id)
        .map((row, context) -> order(row, handle))
        .findOne();
  }

  /// Newest first, one row further than `limit`: found by indexes alone before any is opened.
  static List<Order> ofAccount(Handle handle, UUID accountId, String before, int limit) {
    return handle
        .createQuery(
            ORDER
                + """
                WHERE (o.event_id, o.id) IN
                  (SELECT n.event_id, n.id FROM account_seats s
                   JOIN orders n ON n.event_id = s.event_id AND n.account_id = s.account_id
                   WHERE s.account_id = :account AND n.id < :before
                   ORDER BY n.id DESC LIMIT :rows)
                ORDER BY o.id DESC
                """)
        .bind("account", accountId)
        .bind("before", before == null ? "g" : before)
        .bind("rows", limit + 1)
        .map((row, context) -> order(row, handle))
        .list();
  }

  static List<Order> due(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            ORDER
                + "WHERE o.status = 'PENDING' AND o.expires_at <= :now"
                + " ORDER BY o.expires_at LIMIT :limit")
        .bind("now", now)
        .bind("limit", limit)
        .map((row, context) -> order(row, handle))
        .list();
  }

  static List<Order> pendingOf(Handle handle, UUID accountId) {
    return handle
        .createQuery(
            ORDER
                + """
                JOIN account_seats s ON s.event_id = o.event_id AND s.account_id = o.account_id
                WHERE s.account_id = :account AND o.status = 'PENDING'
                """)
        .bind("account", accountId)
        .map((row, context) -> order(row, handle))
        .list();
  }

  /// Orders of canceled events that still hold or own seats.
  static List<Order> liveOfCanceledEvents(Handle handle, int limit) {
    return handle
        .createQuery(
            ORDER
                + """
                WHERE o.event_id IN
                    (SELECT e.id FROM event e
                     JOIN quota q ON q.event_id = e.id AND q.quota_id = e.id
                     WHERE e.status = 'CANCELED' AND q.held + q.sold > 0)
                  AND o.status IN ('PENDING', 'PAID')
                ORDER BY o.event_id, o.id LIMIT :limit
                """)
        .bind("limit", limit)
        .map((row, context) -> order(row, handle))
        .list();
  }

  /// PENDING orders of these accounts at these events.
  static Map<Holder, Integer> holds(Handle handle, Collection<Holder> holders) {
    return counts(
        handle,
        holders,
        """
        SELECT h.column1 AS event_id, h.column2 AS account_id, (SELECT COUNT(*) FROM orders o
          WHERE o.event_id = h.column1 AND o.account_id = h.column2 AND o.status = 'PENDING') AS number
        FROM (VALUES <holders>) h
        """);
  }

  /// Seats of these accounts at these events.
  static Map<Holder, Integer> seats(Handle handle, Collection<Holder> holders) {
    return counts(
        handle,
        holders,
        """
        SELECT event_id, account_id, seats AS number FROM account_seats
        WHERE (event_id, account_id) IN (VALUES <holders>)
        """);
  }

  private static Map<Holder, Integer> counts(
      Handle handle, Collection<Holder> holders, String sql) {
    if (holders.isEmpty()) {
      return Map.of();
    }
    Map<Holder, Integer> counts = new HashMap<>();
    handle
        .createQuery(sql)
        .bindMethodsList("holders", RoundLists.of(holders), List.of("eventId", "accountId"))
        .map((row, context) ->
            counts.put(
                new Holder(
                    UUID.fromString(row.getString("event_id")),
                    UUID.fromString(row.getString("account_id"))),
                row.getInt("number")))
        .list();
    return counts;
  }

  static void setPaid(Handle handle, Order order, Instant now) {
    change(
        handle,
        order,
        """
        UPDATE orders SET status = 'PAID', paid_at = :now
        WHERE event_id = :event AND id = :id AND status = :was
        """,
        now);
  }

  /// EXPIRED or CANCELED: the account's seats go with it.
  static void setClosed(Handle handle, Order order, OrderStatus status, Instant now) {
    change(
        handle,
        order,
        status == OrderStatus.EXPIRED
            ? """
            UPDATE orders SET status = 'EXPIRED', closed_at = :now
            WHERE event_id = :event AND id = :id AND status = :was
            """
            : """
            UPDATE orders SET status = 'CANCELED', closed_at = :now
            WHERE event_id = :event AND id = :id AND status = :was
            """,
        now);
    handle.execute(ADD_SEATS_OF_ONE, -order.seats(), order.eventId(), order.accountId());
  }

  private static void change(Handle handle, Order order, String sql, Instant now) {
    int rows =
        handle
            .createUpdate(sql)
            .bind("now", now)
            .bind("event", order.eventId())
            .bind("id", order.id())
            .bind("was", order.status().name())
            .execute();
    if (rows != 1) {
      throw new IllegalStateException("order " + order.id() + " is no longer " + order.status());
    }
  }

  private static List<OrderLine> lines(Handle handle, UUID eventId, UUID orderId) {
    return handle
        .createQuery(
            """
            SELECT line_no, ticket_type_id, ticket_type_name, quantity, unit_price_minor
            FROM order_line WHERE event_id = :event AND order_id = :order ORDER BY line_no
            """)
        .bind("event", eventId)
        .bind("order", orderId)
        .map((row, context) ->
            new OrderLine(
                row.getInt("line_no"),
                UUID.fromString(row.getString("ticket_type_id")),
                row.getString("ticket_type_name"),
                row.getInt("quantity"),
                row.getLong("unit_price_minor")))
        .list();
  }

  private static Order order(ResultSet row, Handle handle) throws SQLException {
    UUID eventId = UUID.fromString(row.getString("event_id"));
    UUID id = UUID.fromString(row.getString("id"));
    long expiresAt = row.getLong("expires_at");
    Instant expires = row.wasNull() ? null : Instant.ofEpochMilli(expiresAt);
    return new Order(
        eventId,
        id,
        row.getString("code"),
        UUID.fromString(row.getString("account_id")),
        OrderStatus.valueOf(row.getString("status")),
        row.getInt("seats"),
        row.getLong("total_minor"),
        row.getString("currency"),
        row.getString("event_title"),
        row.getBoolean("test_payment"),
        Instant.ofEpochMilli(row.getLong("placed_at")),
        expires,
        lines(handle, eventId, id));
  }
}
