package org.billetterie.webd.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.support.TestClock;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten times as many as the desk has places for, all at the same moment.
class OverloadTest {
  private static final int PLACES = 8_192;
  private static final int COMING = 10 * PLACES;

  @TempDir Path folder;

  @Test
  void whoFindsNoPlaceIsToldAtOnceAndTheRestIsSold() throws InterruptedException {
    MeterRegistry meters = new SimpleMeterRegistry();
    try (Database database = TestDatabase.in(folder)) {
      UUID event = database.write(handle -> World.event(handle, COMING));
      SaleDesk desk = new SaleDesk(database, new TestClock(World.NOW), meters);
      desk.start(new StartupEvent());
      CountDownLatch gate = busy(desk);
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      for (int i = 0; i < COMING; i++) {
        all.add(submit(desk, event));
      }
      List<CompletableFuture<Integer>> refused =
          all.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
      assertThat(refused).as("told at once").hasSizeGreaterThanOrEqualTo(COMING - PLACES);
      assertThat(meters.get("sale_desk_queue").gauge().value()).isBetween(1.0, (double) PLACES);
      refused.forEach(each -> assertToldWhenToComeAgain(each.exceptionNow()));

      gate.countDown();
      // On a very busy machine some have waited too long and are sent away, never more.
      long sold = all.stream().filter(OverloadTest::granted).count();
      assertThat(sold).isBetween(1L, (long) PLACES);
      assertThat(submit(desk, event).join()).as("normal again").isEqualTo(1);
      assertThat(database.<String>read(handle -> World.taken(handle, event, event)))
          .isEqualTo("0/" + (sold + 1));
      desk.stop(new ShutdownEvent());
    }
  }

  @Test
  void controlALineWithoutABoundTakesThemAll() {
    Line<Integer> line = new Line<>(COMING);
    for (int i = 0; i < COMING; i++) {
      line.join(i);
    }
    System.out.println("control: without its bound " + line.length() + " wait in line");
    assertThat(line.length()).isGreaterThan(PLACES);
  }

  private static boolean granted(CompletableFuture<Integer> each) {
    try {
      return each.join() == 1;
    } catch (CompletionException told) {
      assertToldWhenToComeAgain(told.getCause());
      return false;
    }
  }

  private static void assertToldWhenToComeAgain(Throwable told) {
    assertThat(told).isInstanceOf(Problem.class).hasMessage("overloaded");
    assertThat(((Problem) told).retryAfterSeconds()).isPositive();
  }

  /// The desk is held up until the latch is counted down.
  private static CountDownLatch busy(SaleDesk desk) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    desk.submit(
        Urgency.PAYING,
        (handle, now) -> {
          entered.countDown();
          try {
            gate.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return null;
        });
    entered.await();
    return gate;
  }

  private static CompletableFuture<Integer> submit(SaleDesk desk, UUID event) {
    return desk.submit(Urgency.PLACING, (handle, now) -> sell(handle, event)).toCompletableFuture();
  }

  private static int sell(Handle handle, UUID event) {
    return handle.execute(
        "UPDATE quota SET sold = sold + 1 WHERE event_id = ? AND quota_id = ?", event, event);
  }
}
