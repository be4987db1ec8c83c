package org.billetterie.webd.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table ticket.
public final class TicketStore {
  private static final String VIEW =
      """
      SELECT t.id, t.secret, t.status, t.event_id, e.title, e.venue, e.starts_at, e.timezone,
             t.ticket_type_id, l.ticket_type_name, l.unit_price_minor, o.currency, t.order_id,
             o.code AS order_code, o.test_payment, t.issued_at
      FROM ticket t
      JOIN event e ON e.id = t.event_id
      JOIN orders o ON o.event_id = t.event_id AND o.id = t.order_id
      JOIN order_line l ON l.event_id = t.event_id AND l.order_id = t.order_id
        AND l.line_no = t.line_no
      """;

  private TicketStore() {}

  static void insert(Handle handle, List<Ticket> tickets) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO ticket
              (event_id, id, order_id, line_no, ticket_type_id, account_id, secret, status,
               issued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    for (Ticket ticket : tickets) {
      batch.add(
          ticket.eventId(),
          ticket.id(),
          ticket.orderId(),
          ticket.lineNo(),
          ticket.ticketTypeId(),
          ticket.accountId(),
          ticket.secret(),
          ticket.status().name(),
          ticket.issuedAt());
    }
    batch.execute();
  }

  public static List<Ticket> ofOrder(Handle handle, UUID eventId, UUID orderId) {
    return handle
        .createQuery(
            """
            SELECT event_id, id, order_id, line_no, ticket_type_id, account_id, secret, status,
                   issued_at
            FROM ticket WHERE event_id = :event AND order_id = :order ORDER BY id
            """)
        .bind("event", eventId)
        .bind("order", orderId)
        .map((row, context) -> ticket(row))
        .list();
  }

  public static void revoke(Handle handle, UUID eventId, UUID orderId) {
    handle
        .createUpdate(
            "UPDATE ticket SET status = 'REVOKED' WHERE event_id = :event AND order_id = :order")
        .bind("event", eventId)
        .bind("order", orderId)
        .execute();
  }

  /// Newest first, one row further than `limit`: found by indexes alone before any is opened. CROSS
  /// JOIN holds SQLite to this order; left to itself it reads all tickets of each event.
  static List<TicketView> ofAccount(Handle handle, UUID accountId, String before, int limit) {
    return handle
        .createQuery(
            VIEW
                + """
                WHERE (t.event_id, t.id) IN
                  (SELECT n.event_id, n.id
                   FROM account_seats s CROSS JOIN orders p CROSS JOIN ticket n
                   WHERE s.account_id = :account
                     AND p.event_id = s.event_id AND p.account_id = s.account_id
                     AND n.event_id = p.event_id AND n.order_id = p.id AND n.id < :before
                   ORDER BY n.id DESC LIMIT :rows)
                ORDER BY t.id DESC
                """)
        .bind("account", accountId)
        .bind("before", before == null ? "g" : before)
        .bind("rows", limit + 1)
        .map((row, context) -> view(row))
        .list();
  }

  static Optional<TicketView> find(Handle handle, UUID id, UUID accountId) {
    return handle
        .createQuery(VIEW + "WHERE t.id = :id AND t.account_id = :account")
        .bind("id", id)
        .bind("account", accountId)
        .map((row, context) -> view(row))
        .findOne();
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        UUID.fromString(row.getString("event_id")),
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("order_id")),
        row.getInt("line_no"),
        UUID.fromString(row.getString("ticket_type_id")),
        UUID.fromString(row.getString("account_id")),
        row.getString("secret"),
        TicketStatus.valueOf(row.getString("status")),
        Instant.ofEpochMilli(row.getLong("issued_at")));
  }

  private static TicketView view(ResultSet row) throws SQLException {
    UUID id = UUID.fromString(row.getString("id"));
    return new TicketView(
        id,
        TicketCode.of(id, row.getString("secret")),
        TicketStatus.valueOf(row.getString("status")),
        UUID.fromString(row.getString("event_id")),
        row.getString("title"),
        row.getString("venue"),
        Instant.ofEpochMilli(row.getLong("starts_at")),
        row.getString("timezone"),
        UUID.fromString(row.getString("ticket_type_id")),
        row.getString("ticket_type_name"),
        row.getLong("unit_price_minor"),
        row.getString("currency"),
        UUID.fromString(row.getString("order_id")),
        row.getString("order_code"),
        row.getBoolean("test_payment"),
        Instant.ofEpochMilli(row.getLong("issued_at")));
  }
}
