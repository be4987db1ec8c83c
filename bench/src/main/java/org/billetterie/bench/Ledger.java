package org.billetterie.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What buyers were told "yes" to, to be compared with what the database holds.
final class Ledger {
  private long acknowledged;
  private long maybeMore;

  /// @param ok orders and payments that were answered 2xx
  /// @param connections each may have had one more on its way when the run ended
  void acknowledge(long ok, int connections) {
    acknowledged += ok;
    maybeMore += connections;
  }

  long acknowledged() {
    return acknowledged;
  }

  /// @param found orders and confirmed payments in the database
  boolean explains(long found) {
    return acknowledged <= found && found <= acknowledged + maybeMore;
  }

  /// Orders and confirmed payments of a whole database of webd.
  static long found(Path database) {
    return count(
        database,
        "SELECT (SELECT COUNT(*) FROM orders)"
            + " + (SELECT COUNT(*) FROM payment WHERE status = 'CONFIRMED')");
  }

  static long tickets(Path database, String eventId) {
    return count(database, "SELECT COUNT(*) FROM ticket WHERE event_id = '" + eventId + "'");
  }

  private static long count(Path database, String sql) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
