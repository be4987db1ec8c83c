package org.billetterie.webd.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.billetterie.kit.database.Database;

/// The real desk, open, for tests that are no part of its package.
public final class TestDesk implements AutoCloseable {
  private final SaleDesk desk;

  public TestDesk(Database database, Clock clock) {
    this(new SaleDesk(database, clock, new SimpleMeterRegistry()));
  }

  TestDesk(SaleDesk closed) {
    desk = closed;
    desk.start(new StartupEvent());
  }

  public SaleDesk desk() {
    return desk;
  }

  /// Keeps the desk busy while `submit` runs: what it submits is decided as one batch.
  public void asOneBatch(Runnable submit) {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    desk.submit(
        Urgency.PAYING,
        (handle, now) -> {
          entered.countDown();
          await(gate);
          return null;
        });
    await(entered);
    try {
      submit.run();
    } finally {
      gate.countDown();
    }
  }

  /// Waits until all that was submitted before has been decided.
  public void settle() {
    CompletableFuture<?> last =
        desk.submit(Urgency.PLACING, (handle, now) -> null).toCompletableFuture();
    last.join();
  }

  @Override
  public void close() {
    try {
      desk.stop(new ShutdownEvent());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
