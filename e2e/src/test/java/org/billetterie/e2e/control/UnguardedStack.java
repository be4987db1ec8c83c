package org.billetterie.e2e.control;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;

/// A stack whose webd has lost both guards against overselling, and only these: the condition in
/// the update (by [UnguardedStockAgent]) and the table's CHECK (taken from the schema while webd is
/// down). Everything between the client and the database is the same as everywhere else.
public final class UnguardedStack {
  private static final String CHECK = ",\\s*CONSTRAINT quota_within_capacity CHECK \\([^)]*\\)";

  private UnguardedStack() {}

  /// @param settings beside the usual ones
  public static Stack start(Map<String, String> settings) {
    StackSettings all = StackSettings.usual();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      all = all.with(setting.getKey(), setting.getValue());
    }
    Stack stack = Stack.start(all);
    try {
      stack.stop();
      removeCheck(stack.webdDatabase());
      Path agent = AgentJar.write(stack.logs().getParent(), UnguardedStockAgent.class);
      stack.set("JDK_JAVA_OPTIONS", "-javaagent:" + agent);
      stack.startAgain();
      return stack;
    } catch (RuntimeException | AssertionError failed) {
      stack.close();
      throw failed;
    }
  }

  private static void removeCheck(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      String sql;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'quota'")) {
        row.next();
        sql = row.getString(1);
      }
      String without = sql.replaceFirst(CHECK, "");
      if (without.equals(sql) || without.contains("CHECK")) {
        throw new AssertionError("the CHECK was not found in: " + sql);
      }
      statement.execute("PRAGMA writable_schema = ON");
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = 'quota'")) {
        update.setString(1, without);
        update.executeUpdate();
      }
      statement.execute("PRAGMA writable_schema = RESET");
    } catch (SQLException failed) {
      throw new AssertionError("the CHECK could not be removed", failed);
    }
  }
}
