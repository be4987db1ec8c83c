package org.billetterie.e2e.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What webd's database holds, read beside the running service, in one snapshot, never written.
public record Sales(
    List<Quota> quotas,
    Map<String, Order> orders,
    Map<String, Ticket> tickets,
    Map<String, Kept> kept) {

  /// @param capacity null for no limit
  public record Quota(String eventId, String quotaId, Integer capacity, int held, int sold) {
    boolean ofEvent() {
      return eventId.equals(quotaId);
    }
  }

  public record Order(String id, String eventId, String accountId, String status, int seats) {}

  public record Ticket(String id, String eventId, String orderId, String accountId, String status) {
    boolean admits() {
      return !"REVOKED".equals(status);
    }
  }

  /// An answer that is kept for repetition.
  public record Kept(String eventId, String accountId, String key, int status, String body) {}

  /// @throws AssertionError when the file cannot be read
  public static Sales read(Path database) {
    try (Connection connection = open(database)) {
      connection.setAutoCommit(false);
      return new Sales(
          quotas(connection), orders(connection), tickets(connection), kept(connection));
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read " + database, unreadable);
    }
  }

  static Connection open(Path database) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
      statement.execute("PRAGMA busy_timeout = 10000");
    }
    return connection;
  }

  /// Seats of these events that were given away beyond their capacity: by the tickets that admit
  /// and the orders that hold, not by the counters.
  public int oversold(Collection<String> eventIds) {
    int sum = 0;
    for (Quota quota : quotas) {
      if (quota.ofEvent() && quota.capacity() != null && eventIds.contains(quota.eventId())) {
        sum +=
            Math.max(0, admitting(quota.eventId()) + holding(quota.eventId()) - quota.capacity());
      }
    }
    return sum;
  }

  public int admitting(String eventId) {
    return (int)
        tickets.values().stream().filter(t -> t.admits() && t.eventId().equals(eventId)).count();
  }

  /// Seats of unpaid orders.
  public int holding(String eventId) {
    return orders.values().stream()
        .filter(order -> order.eventId().equals(eventId) && "PENDING".equals(order.status()))
        .mapToInt(Order::seats)
        .sum();
  }

  public List<Order> ordersOf(String eventId) {
    return orders.values().stream().filter(order -> order.eventId().equals(eventId)).toList();
  }

  /// Whether an answer for this attempt is kept.
  public boolean keeps(History.Attempt attempt) {
    return kept.containsKey(attempt.buyer().accountId() + " " + attempt.key());
  }

  private static List<Quota> quotas(Connection connection) throws SQLException {
    String sql = "SELECT event_id, quota_id, capacity, held, sold FROM quota";
    return query(
        connection,
        sql,
        row -> {
          int capacity = row.getInt(3);
          Integer limit = row.wasNull() ? null : capacity;
          return new Quota(row.getString(1), row.getString(2), limit, row.getInt(4), row.getInt(5));
        });
  }

  private static Map<String, Order> orders(Connection connection) throws SQLException {
    Map<String, Order> found = new HashMap<>();
    String sql = "SELECT id, event_id, account_id, status, seats FROM orders";
    query(
            connection,
            sql,
            row ->
                new Order(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)))
        .forEach(order -> found.put(order.id(), order));
    return found;
  }

  private static Map<String, Ticket> tickets(Connection connection) throws SQLException {
    Map<String, Ticket> found = new HashMap<>();
    String sql = "SELECT id, event_id, order_id, account_id, status FROM ticket";
    query(
            connection,
            sql,
            row ->
                new Ticket(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .forEach(ticket -> found.put(ticket.id(), ticket));
    return found;
  }

  private static Map<String, Kept> kept(Connection connection) throws SQLException {
    Map<String, Kept> found = new HashMap<>();
    String sql = "SELECT event_id, account_id, request_key, status, body FROM idempotency";
    query(
            connection,
            sql,
            row ->
                new Kept(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5)))
        .forEach(each -> found.put(each.accountId() + " " + each.key(), each));
    return found;
  }

  private static <T> List<T> query(Connection connection, String sql, Row<T> mapper)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(mapper.map(row));
      }
    }
    return found;
  }

  private interface Row<T> {
    T map(ResultSet row) throws SQLException;
  }
}
