package org.billetterie.webd.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.billetterie.kit.database.Database;
import org.billetterie.webd.support.TestDatabase;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done often never reads a whole table or a whole index: the database's own plan of every
/// statement that the hot path runs is asked for. Growth then costs nothing but disk.
class QueryPlanTest {
  private static final Logger STATEMENTS = Logger.getLogger("billetterie.sql");
  private static final Pattern QUERY = Pattern.compile("(?s)(SELECT|INSERT|UPDATE|DELETE)\\b.*");

  /// How the plan says that a table or a whole index is read: plainly; for its largest; by an index
  /// that is made for the one statement; or by where a stretch of it begins or ends, and no more.
  private static final String WHOLE_TABLE =
      "SCAN .*|SEARCH [^(]*|SEARCH .* USING AUTOMATIC .*|SEARCH .*INDEX \\w+ \\((?!.*=\\?).*[<>].*\\)";

  /// An event's whole sale is as much as a table.
  private static final String WHOLE_SALE =
      "SEARCH .*INDEX (sqlite_autoindex_)?(orders|ticket_(?!type)|order_line|payment|refund"
          + "|account_seats|idempotency)\\w+ \\(event_id=\\?( AND id[<>]\\?)?\\)";

  /// What is no table: rows in the statement itself, results of a part of it, the search index, the
  /// few events that were canceled.
  private static final String NO_TABLE =
      "SCAN (f|h|CONSTANT ROW|\\d+-ROW VALUES CLAUSE|s VIRTUAL TABLE .*"
          + "|e USING COVERING INDEX event_canceled)";

  /// Stretches of which only the beginning is read, or that are as short as what is due: a page of
  /// the list by start, the last hold of an event, the longest event, orders and answers that are
  /// overdue.
  private static final String STRETCH =
      "SEARCH \\w+ USING (COVERING )?INDEX (event_by_start|orders_pending|idempotency_by_age) .*"
          + "|SEARCH o USING COVERING INDEX orders_pending_by_event .*"
          + "|SEARCH l USING COVERING INDEX event_by_length";

  /// A new event has no sale yet; that of a canceled one is read to be undone.
  private static final Pattern READS_A_SALE =
      Pattern.compile("(?s)INSERT INTO event\\s.*|.*WHERE e.status = 'CANCELED' AND q.held.*");

  /// Indexes of what is not done often.
  private static final String OTHERS = "flyway_.*|image_.*|event_by_cover";

  @TempDir Path folder;

  @Test
  void noStatementOfTheHotPathReadsAWholeTable() {
    try (Database database = TestDatabase.in(folder)) {
      Set<String> statements = statementsOf(database);
      assertThat(statements).hasSizeGreaterThan(40);
      assertThat(scans(database, statements)).isEmpty();
    }
  }

  /// Without any one index the test above fails: it would notice, and no index is there for
  /// nothing.
  @Test
  void controlWithoutAnIndexAWholeTableIsRead() {
    try (Database database = TestDatabase.in(folder)) {
      Set<String> statements = statementsOf(database);
      List<String> indexes = indexes(database);
      assertThat(indexes).hasSizeGreaterThan(10);
      for (String index : indexes) {
        Set<String> found =
            database.write(handle -> {
              handle.execute("SAVEPOINT control");
              handle.execute("DROP INDEX " + index);
              Set<String> scans = scansOf(handle, statements);
              handle.execute("ROLLBACK TO control");
              return scans;
            });
        assertThat(found).as("without " + index).isNotEmpty();
        System.out.println("control: without " + index + ": " + found.iterator().next());
      }
    }
  }

  private static List<String> indexes(Database database) {
    String sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
    return database.read(handle ->
        handle.createQuery(sql).mapTo(String.class).stream()
            .filter(index -> !index.matches(OTHERS))
            .toList());
  }

  private static Set<String> statementsOf(Database database) {
    Set<String> statements = Collections.synchronizedSet(new LinkedHashSet<>());
    HotPath hotPath = new HotPath(database);
    Handler listener = new Listener(statements);
    java.util.logging.Level before = STATEMENTS.getLevel();
    STATEMENTS.setLevel(Level.DEBUG);
    STATEMENTS.addHandler(listener);
    STATEMENTS.setUseParentHandlers(false);
    try {
      hotPath.walk();
    } finally {
      STATEMENTS.removeHandler(listener);
      STATEMENTS.setUseParentHandlers(true);
      STATEMENTS.setLevel(before);
    }
    statements.removeIf(sql -> !QUERY.matcher(sql).matches());
    return statements;
  }

  private static Set<String> scans(Database database, Set<String> statements) {
    return database.read(handle -> scansOf(handle, statements));
  }

  private static Set<String> scansOf(org.jdbi.v3.core.Handle handle, Set<String> statements) {
    Set<String> scans = new LinkedHashSet<>();
    for (String sql : statements) {
      try (var statement = handle.getConnection().createStatement();
          var rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
        while (rows.next()) {
          String step = rows.getString("detail");
          if (readsWhole(step, sql)) {
            scans.add(step + " in: " + sql.replaceAll("\\s+", " "));
          }
        }
      } catch (java.sql.SQLException unreadable) {
        throw new AssertionError(sql, unreadable);
      }
    }
    return scans;
  }

  private static boolean readsWhole(String step, String sql) {
    if (step.matches(NO_TABLE) || step.matches(STRETCH)) {
      return false;
    }
    return step.matches(WHOLE_TABLE)
        || step.matches(WHOLE_SALE) && !READS_A_SALE.matcher(sql).matches();
  }

  private static final class Listener extends Handler {
    private final Set<String> statements;

    Listener(Set<String> statements) {
      this.statements = statements;
      setLevel(Level.DEBUG);
    }

    @Override
    public void publish(LogRecord line) {
      statements.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
