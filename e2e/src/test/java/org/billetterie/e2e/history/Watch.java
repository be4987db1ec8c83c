package org.billetterie.e2e.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Looks all the time whether a counter is above its capacity (I1 while it happens, not only in the
/// end).
public final class Watch implements AutoCloseable {
  private static final int PAUSE_MS = 50;
  private static final String ABOVE =
      "SELECT COUNT(*) FROM quota WHERE capacity IS NOT NULL AND held + sold > capacity";

  private final Path database;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::look, "watch");
  private volatile int looks;
  private volatile String finding;

  private Watch(Path database) {
    this.database = database;
  }

  public static Watch over(Path database) {
    Watch watch = new Watch(database);
    watch.thread.start();
    return watch;
  }

  /// @throws AssertionError when it saw too many seats taken, or could not look
  public void assertNothingSeen() {
    close();
    if (finding != null || looks == 0) {
      throw new AssertionError(finding == null ? "the watch never looked" : finding);
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try (Connection connection = Sales.open(database);
        Statement statement = connection.createStatement()) {
      do {
        try (ResultSet row = statement.executeQuery(ABOVE)) {
          row.next();
          if (row.getInt(1) > 0 && finding == null) {
            finding = "I1 " + row.getInt(1) + " counters above their capacity, at look " + looks;
          }
        }
        looks++;
      } while (!ended.await(PAUSE_MS, TimeUnit.MILLISECONDS));
    } catch (SQLException failed) {
      finding = "the watch failed: " + failed;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
