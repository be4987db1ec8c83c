package org.billetterie.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/// Years of sales, written at once into the database of a house that does not run: what it would
/// hold if it had sold them itself, so that `bin/verify` finds it clean.
///
/// @param tickets about how many are stored, in orders of 4
/// @param events how many there are, of which the first 1,000 at most were sold
/// @param collector the account that has 10,000 of the tickets, at 100 events
/// @param now milliseconds since 1970; the ids of all rows begin in the past before it
record Furnish(long tickets, int events, String collector, long now) {
  static final int COLLECTED = 10_000;

  private static final int SOLD_EVENTS_MAX = 1_000;
  private static final int SEATS = 4;
  private static final int COLLECTED_EVENTS = 100;
  private static final int ACCOUNTS = 200_000;
  private static final long AGE_MILLIS = Duration.ofDays(400).toMillis();

  /// As if nobody else could read or write meanwhile, which is so; a run that is cut off starts
  /// anew.
  private static final List<String> FAST =
      List.of(
          "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA cache_size = -400000",
          "PRAGMA temp_store = MEMORY");

  void write(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      for (String pragma : FAST) {
        statement.execute(pragma);
      }
      connection.setAutoCommit(false);
      for (String sql :
          List.of(EVENTS, TYPES, BOUGHT, ORDERS, LINES, TICKETS, SEATS_HELD, QUOTAS)) {
        statement.executeUpdate(filled(sql));
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("DROP TABLE bought");
      statement.execute("PRAGMA journal_mode = WAL");
    } catch (SQLException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private String filled(String sql) {
    int soldEvents = Math.min(SOLD_EVENTS_MAX, events);
    return sql.replace("$EVENTS", "" + events)
        .replace("$SOLD_EVENTS", "" + soldEvents)
        .replace("$PER_EVENT", "" + (tickets - COLLECTED) / SEATS / soldEvents)
        .replace("$COLLECTED_EACH", "" + COLLECTED / SEATS / COLLECTED_EVENTS)
        .replace("$COLLECTED_EVENTS", "" + COLLECTED_EVENTS)
        .replace("$COLLECTOR", collector)
        .replace("$ACCOUNTS", "" + ACCOUNTS)
        .replace("$NOW", "" + now)
        .replace("$THEN", "" + (now - AGE_MILLIS))
        .replace("$AGE", "" + AGE_MILLIS)
        .replace("$SEATS", "" + SEATS);
  }

  /// An id as the services make them: of a moment in milliseconds, a kind of thing and a number.
  private static String id(String millis, String kind, String number) {
    return "printf('%08x-%04x-7"
        + kind
        + "-8%03x-%012x', ("
        + millis
        + ") >> 16, ("
        + millis
        + ") & 65535, ("
        + number
        + ") & 4095, "
        + number
        + ")";
  }

  private static final String EVENT = id("$THEN", "000", "e.n");
  private static final String TYPE = id("$THEN", "001", "e.n");

  /// All starts lie ahead, 10 minutes apart; one title of a thousand is rare.
  private static final String EVENTS =
      """
      WITH RECURSIVE e (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM e WHERE n + 1 < $EVENTS)
      INSERT INTO event (id, organizer_id, title, description, venue, search_text, starts_at,
        ends_at, timezone, currency, max_per_order, status, version, created_at)
      SELECT %s, '$COLLECTOR',
        CASE WHEN n %% 1000 = 999 THEN 'Quatuor ' ELSE 'Concert ' END || n, '', 'Salle ' || n %% 100,
        CASE WHEN n %% 1000 = 999 THEN 'quatuor ' ELSE 'concert ' END || n || ' salle ' || n %% 100,
        $NOW + 86400000 + n * 600000, $NOW + 97200000 + n * 600000,
        'Europe/Paris', 'EUR', 10, 'PUBLISHED', 1, $THEN
      FROM e
      """
          .formatted(EVENT);

  private static final String TYPES =
      """
      WITH RECURSIVE e (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM e WHERE n + 1 < $EVENTS)
      INSERT INTO ticket_type (event_id, id, position, name, price_minor)
      SELECT %s, %s, 0, 'Entrée', 0 FROM e
      """
          .formatted(EVENT, TYPE);

  /// One row an order, in the order of their keys: the collector's are the first of each event.
  private static final String BOUGHT =
      """
      CREATE TABLE bought AS
      WITH RECURSIVE e (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM e WHERE n + 1 < $SOLD_EVENTS),
        p (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p
                  WHERE n + 1 < $PER_EVENT + $COLLECTED_EACH)
      SELECT %s AS event_id, %s AS type_id,
        e.n * 1000000 + p.n AS number,
        $THEN + 1000 + (e.n * 1000000 + p.n) * ($AGE - 2000) / ($SOLD_EVENTS * 1000000) AS millis,
        CASE WHEN p.n < $COLLECTED_EACH THEN '$COLLECTOR'
          ELSE printf('00000000-0000-7002-8000-%%012x',
            (e.n * $PER_EVENT + p.n) * 7919 %% $ACCOUNTS) END AS account_id
      FROM e CROSS JOIN p
      WHERE p.n >= $COLLECTED_EACH OR e.n < $COLLECTED_EVENTS
      """
          .formatted(EVENT, TYPE);

  private static final String ORDER = id("b.millis", "003", "b.number");

  private static final String ORDERS =
      """
      INSERT INTO orders (event_id, id, code, account_id, status, seats, total_minor, currency,
        event_title, test_payment, placed_at, paid_at)
      SELECT b.event_id, %s, printf('%%08X', b.number & 4294967295), b.account_id, 'PAID', $SEATS, 0,
        'EUR', 'Concert', 0, b.millis, b.millis
      FROM bought b
      """
          .formatted(ORDER);

  private static final String LINES =
      """
      INSERT INTO order_line (event_id, order_id, line_no, ticket_type_id, ticket_type_name,
        quantity, unit_price_minor)
      SELECT b.event_id, %s, 1, b.type_id, 'Entrée', $SEATS, 0 FROM bought b
      """
          .formatted(ORDER);

  private static final String TICKETS =
      """
      WITH RECURSIVE s (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n + 1 < $SEATS)
      INSERT INTO ticket (event_id, id, order_id, line_no, ticket_type_id, account_id, secret,
        status, issued_at)
      SELECT b.event_id, %s, %s, 1, b.type_id, b.account_id, printf('%%032X', b.number), 'VALID',
        b.millis
      FROM bought b CROSS JOIN s
      """
          .formatted(id("b.millis", "004", "(b.number * 10 + s.n)"), ORDER);

  private static final String SEATS_HELD =
      """
      INSERT INTO account_seats (event_id, account_id, seats)
      SELECT event_id, account_id, $SEATS * COUNT(*) FROM bought GROUP BY event_id, account_id
      """;

  private static final String QUOTAS =
      """
      WITH RECURSIVE e (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM e WHERE n + 1 < $EVENTS),
        sold (event_id, seats) AS (SELECT event_id, $SEATS * COUNT(*) FROM bought GROUP BY event_id)
      INSERT INTO quota (event_id, quota_id, capacity, held, sold)
      SELECT %1$s, %1$s, 1000000, 0, COALESCE(s.seats, 0)
        FROM e LEFT JOIN sold s ON s.event_id = %1$s
      UNION ALL
      SELECT %1$s, %2$s, NULL, 0, COALESCE(s.seats, 0)
        FROM e LEFT JOIN sold s ON s.event_id = %1$s
      """
          .formatted(EVENT, TYPE);
}
