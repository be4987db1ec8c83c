package org.billetterie.webd.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
  private static final int COMING = 10 * SaleDesk.QUEUE_MAX;

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @TempDir Path folder;

  @Test
  void whoFindsNoPlaceIsToldAtOnceAndTheRestIsSold() {
    try (Database database = TestDatabase.in(folder);
        TestDesk desk = open(database, SaleDesk.QUEUE_MAX)) {
      UUID event = database.write(handle -> World.event(handle, COMING));
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      desk.asOneBatch(() -> {
        come(desk, event, all);
        List<CompletableFuture<Integer>> refused = refused(all);
        assertThat(refused)
            .as("told at once")
            .hasSizeGreaterThanOrEqualTo(COMING - SaleDesk.QUEUE_MAX);
        assertThat(waiting()).isBetween(1, SaleDesk.QUEUE_MAX);
        refused.forEach(each -> assertToldWhenToComeAgain(each.exceptionNow()));
      });
      // On a very busy machine some have waited too long and are sent away, never more.
      long sold = all.stream().filter(OverloadTest::granted).count();
      assertThat(sold).isBetween(1L, (long) SaleDesk.QUEUE_MAX);
      assertThat(submit(desk, event).join()).as("normal again").isEqualTo(1);
      assertThat(database.<String>read(handle -> World.taken(handle, event, event)))
          .isEqualTo("0/" + (sold + 1));
    }
  }

  @Test
  void controlWithoutABoundAllWait() {
    try (Database database = TestDatabase.in(folder);
        TestDesk desk = open(database, COMING)) {
      UUID event = database.write(handle -> World.event(handle, COMING));
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      desk.asOneBatch(() -> {
        come(desk, event, all);
        System.out.printf(
            "control: without its bound %d wait in line, %d were told%n",
            waiting(), refused(all).size());
        assertThat(waiting()).isGreaterThan(SaleDesk.QUEUE_MAX);
      });
    }
  }

  private TestDesk open(Database database, int places) {
    return new TestDesk(
        new SaleDesk(database, new TestClock(World.NOW), meters, SaleDesk.BATCH_MAX, places));
  }

  private int waiting() {
    return (int) meters.get("sale_desk_queue").gauge().value();
  }

  private static void come(TestDesk desk, UUID event, List<CompletableFuture<Integer>> all) {
    for (int i = 0; i < COMING; i++) {
      all.add(submit(desk, event));
    }
  }

  private static List<CompletableFuture<Integer>> refused(List<CompletableFuture<Integer>> all) {
    return all.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
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

  private static CompletableFuture<Integer> submit(TestDesk desk, UUID event) {
    return desk.desk()
        .submit(Urgency.PLACING, (handle, now) -> sell(handle, event))
        .toCompletableFuture();
  }

  private static int sell(Handle handle, UUID event) {
    return handle.execute(
        "UPDATE quota SET sold = sold + 1 WHERE event_id = ? AND quota_id = ?", event, event);
  }
}
