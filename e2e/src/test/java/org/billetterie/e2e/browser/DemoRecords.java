package org.billetterie.e2e.browser;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The demo world as webd's database has it.
///
/// @param sales one for each order that was paid
record DemoRecords(List<Played> events, List<Sale> sales) {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final String EVENTS =
      """
      SELECT e.id, e.title, e.status, e.starts_at, e.sales_start_at,
        q.capacity - q.held - q.sold, q.held,
        (SELECT MAX(t.price_minor) FROM ticket_type t WHERE t.event_id = e.id)
      FROM event e JOIN quota q ON q.event_id = e.id AND q.quota_id = e.id
      """;
  private static final String SALES =
      """
      SELECT o.placed_at, o.paid_at, e.starts_at FROM orders o JOIN event e ON e.id = o.event_id
      WHERE o.paid_at IS NOT NULL
      """;

  /// @param opensAt null when its sale needs no opening
  /// @param left seats that are neither held nor sold
  record Played(
      String id,
      String title,
      String status,
      LocalDateTime startsAt,
      Instant opensAt,
      int left,
      int held,
      long dearestMinor) {
    LocalDate day() {
      return startsAt.toLocalDate();
    }
  }

  record Sale(Instant placedAt, Instant paidAt, Instant startsAt) {}

  static DemoRecords read(Path database) {
    List<Played> events = new ArrayList<>();
    List<Sale> sales = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      ResultSet row = statement.executeQuery(EVENTS);
      while (row.next()) {
        long opens = row.getLong(5);
        events.add(
            new Played(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                LocalDateTime.ofInstant(Instant.ofEpochMilli(row.getLong(4)), PARIS),
                opens == 0 ? null : Instant.ofEpochMilli(opens),
                row.getInt(6),
                row.getInt(7),
                row.getLong(8)));
      }
      row = statement.executeQuery(SALES);
      while (row.next()) {
        sales.add(
            new Sale(
                Instant.ofEpochMilli(row.getLong(1)),
                Instant.ofEpochMilli(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3))));
      }
      return new DemoRecords(events, sales);
    } catch (SQLException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /// While nobody else has the database open.
  static void change(Path database, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (statement.executeUpdate(sql) == 0) {
          throw new AssertionError("changes nothing: " + sql);
        }
      }
    } catch (SQLException refused) {
      throw new AssertionError(refused);
    }
  }

  /// The one event whose title begins so.
  Played event(String title) {
    List<Played> found = events.stream().filter(each -> each.title().startsWith(title)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " events begin with " + title);
    }
    return found.getFirst();
  }
}
