package org.billetterie.e2e.access;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;

/// Both databases of a stack, read beside the running services and never written.
public final class Databases {
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
  private static final String UNSETTLED =
      """
      SELECT count(*) FROM orders o JOIN event e ON e.id = o.event_id
      WHERE o.status = 'PENDING' AND o.expires_at < 1000 * unixepoch()
        OR e.status = 'CANCELED' AND o.status IN ('PENDING', 'PAID')
      """;

  private final Path auth;
  private final Path webd;

  public Databases(Stack stack) {
    Path world = stack.logs().getParent();
    auth = world.resolve("auth/auth.db");
    webd = stack.webdDatabase();
  }

  /// Does it and looks that no row of any table of auth or webd is another one afterwards. Somebody
  /// else's hold may end in between, so a difference is looked at twice.
  ///
  /// @throws AssertionError naming the tables
  public void assertUnchanged(String what, Runnable act) {
    List<String> changed = changed(act);
    if (!changed.isEmpty()) {
      changed = changed(act);
    }
    if (!changed.isEmpty()) {
      throw new AssertionError(what + " changed " + changed);
    }
  }

  private List<String> changed(Runnable act) {
    settle();
    Map<String, String> before = snapshot();
    act.run();
    Map<String, String> after = snapshot();
    List<String> changed = new ArrayList<>();
    after.forEach((table, hash) -> {
      if (!hash.equals(before.get(table))) {
        changed.add(table);
      }
    });
    return changed;
  }

  /// Waits for what goes on by itself: the accounts feed, expiry, orders of canceled events.
  private void settle() {
    Until.holds(
        "webd knows all that happened to accounts, and no order waits to be closed",
        SETTLED_WITHIN,
        () ->
            number(auth, "SELECT last FROM account_change_counter")
                    == number(webd, "SELECT seq FROM feed_cursor")
                && number(webd, UNSETTLED) == 0);
  }

  /// The hash of each table's rows, in the order in which they were written.
  private Map<String, String> snapshot() {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : List.of(auth, webd)) {
      try (Connection connection = open(file);
          Statement statement = connection.createStatement()) {
        for (String table : tables(statement)) {
          hashes.put(file.getFileName() + ":" + table, hash(statement, table));
        }
      } catch (SQLException unreadable) {
        throw new AssertionError("cannot read " + file, unreadable);
      }
    }
    return hashes;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    // Without the insides of virtual tables: what is in them is in the tables that they are made
    // from.
    String sql =
        """
        SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
        """;
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static String hash(Statement statement, String table) throws SQLException {
    MessageDigest digest = sha256();
    try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY rowid")) {
      int columns = row.getMetaData().getColumnCount();
      StringBuilder line = new StringBuilder();
      while (row.next()) {
        line.setLength(0);
        for (int i = 1; i <= columns; i++) {
          line.append(row.getString(i)).append('\u001f');
        }
        digest.update(
            line.append('\u001e').toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static long number(Path file, String sql) {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : -1;
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read " + file, unreadable);
    }
  }

  private static Connection open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
      statement.execute("PRAGMA busy_timeout = 10000");
    }
    return connection;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
