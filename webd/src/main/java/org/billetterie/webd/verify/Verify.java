package org.billetterie.webd.verify;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Checks every invariant over the whole database, read-only and in one snapshot, so that it can
/// run beside a stack that sells. Exits 0 when all hold, 1 when one does not (and says where), 2
/// when the database cannot be read.
public final class Verify {
  private static final int PLACES_SHOWN = 20;

  private Verify() {}

  public static void main(String... arguments) {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    String url = System.getenv().getOrDefault("WEBD_DATABASE_URL", "jdbc:sqlite:data/webd/webd.db");
    System.exit(run(url, System.out));
  }

  /// @return the exit status
  public static int run(String url, PrintStream out) {
    Path file = Path.of(url.substring("jdbc:sqlite:".length()));
    if (!Files.isReadable(file)) {
      out.println("verify: cannot read " + file);
      return 2;
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
      connection.setAutoCommit(false);
      int broken = 0;
      for (Invariant invariant : Invariant.ALL) {
        broken += check(statement, invariant, out);
      }
      count(statement, out);
      out.println(broken == 0 ? "verify: clean" : "verify: " + broken + " broken");
      return broken == 0 ? 0 : 1;
    } catch (SQLException unreadable) {
      out.println("verify: cannot read the database: " + unreadable.getMessage());
      return 2;
    }
  }

  private static int check(Statement statement, Invariant invariant, PrintStream out)
      throws SQLException {
    int found = 0;
    try (ResultSet rows = statement.executeQuery(invariant.query())) {
      while (rows.next()) {
        if (found++ < PLACES_SHOWN) {
          out.println("BROKEN  " + invariant.name() + ": " + rows.getString("place"));
        }
      }
    }
    if (found == 0) {
      out.println("ok      " + invariant.name());
    } else if (found > PLACES_SHOWN) {
      out.println("        and " + (found - PLACES_SHOWN) + " more places");
    }
    return found == 0 ? 0 : 1;
  }

  private static void count(Statement statement, PrintStream out) throws SQLException {
    String sql =
        """
        SELECT (SELECT COUNT(*) FROM event) AS events, (SELECT COUNT(*) FROM orders) AS orders,
               (SELECT COUNT(*) FROM ticket WHERE status <> 'REVOKED') AS tickets
        """;
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      out.printf(
          "%d events, %d orders, %d tickets%n",
          row.getLong("events"), row.getLong("orders"), row.getLong("tickets"));
    }
  }
}
