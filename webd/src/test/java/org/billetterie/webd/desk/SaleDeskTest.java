package org.billetterie.webd.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.support.TestClock;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The desk's own promises: one commit a batch, and nobody harmed by a neighbour.
class SaleDeskTest {
  @TempDir Path folder;
  private Database database;
  private SaleDesk desk;
  private UUID event;

  @BeforeEach
  void open() {
    database = TestDatabase.in(folder);
    event = database.write(handle -> World.event(handle, 100));
    desk = new SaleDesk(database, new TestClock(World.NOW), new SimpleMeterRegistry());
    desk.start(new StartupEvent());
  }

  @AfterEach
  void close() throws InterruptedException {
    desk.stop(new ShutdownEvent());
    database.close();
  }

  @Test
  void aRefusalUndoesItsOwnWritesAndHarmsNoNeighbour() throws InterruptedException {
    CountDownLatch gate = holdTheDesk();
    CompletableFuture<Integer> before = sell(1);
    CompletableFuture<Integer> refused =
        submit(handle -> {
          sellSeats(handle, 50);
          throw Problem.of(CommonProblem.FORBIDDEN);
        });
    CompletableFuture<Integer> after = sell(2);
    gate.countDown();
    assertThat(before.join()).isEqualTo(1);
    assertThat(after.join()).isEqualTo(2);
    assertThatThrownBy(refused::join).isInstanceOf(CompletionException.class);
    assertThat(taken()).isEqualTo("0/3");
  }

  @Test
  void aBrokenMovementHarmsNoNeighbour() throws InterruptedException {
    CountDownLatch gate = holdTheDesk();
    CompletableFuture<Integer> before = sell(1);
    CompletableFuture<Integer> broken =
        submit(handle -> handle.execute("UPDATE quota SET held = -1 WHERE event_id = ?", event));
    CompletableFuture<Integer> after = sell(1);
    gate.countDown();
    assertThat(before.join() + after.join()).isEqualTo(2);
    assertThatThrownBy(broken::join).isInstanceOf(CompletionException.class);
    assertThat(taken()).isEqualTo("0/2");
  }

  @Test
  void aBatchDecidesPaymentsFirstThenWhatIsFreedThenPlacings() throws InterruptedException {
    CountDownLatch gate = holdTheDesk();
    List<String> order = new ArrayList<>();
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (Urgency urgency : List.of(Urgency.PLACING, Urgency.FREEING, Urgency.PAYING)) {
      for (int i = 1; i <= 2; i++) {
        String name = urgency + " " + i;
        all.add(desk.submit(urgency, (handle, now) -> order.add(name)).toCompletableFuture());
      }
    }
    gate.countDown();
    all.forEach(CompletableFuture::join);
    assertThat(order)
        .containsExactly(
            "PAYING 1", "PAYING 2", "FREEING 1", "FREEING 2", "PLACING 1", "PLACING 2");
  }

  @Test
  void aFaultInASetIsDecidedAgainOneByOne() throws InterruptedException {
    Batch<Integer, Integer> batch =
        (handle, now, wishes) -> {
          if (wishes.contains(13)) {
            throw new IllegalStateException("13");
          }
          wishes.forEach(seats -> sellSeats(handle, seats));
          return wishes.stream().<Batch.Outcome<Integer>>map(Batch.Granted::new).toList();
        };
    CountDownLatch gate = holdTheDesk();
    CompletableFuture<Integer> before = desk.submit(batch, 1).toCompletableFuture();
    CompletableFuture<Integer> broken = desk.submit(batch, 13).toCompletableFuture();
    CompletableFuture<Integer> after = desk.submit(batch, 2).toCompletableFuture();
    gate.countDown();
    assertThat(before.join()).isEqualTo(1);
    assertThat(after.join()).isEqualTo(2);
    assertThatThrownBy(broken::join).hasRootCauseMessage("13");
    assertThat(taken()).isEqualTo("0/3");
  }

  @Test
  void beyondItsQueueItRefusesAtOnce() throws InterruptedException {
    CountDownLatch gate = holdTheDesk();
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      all.add(submit(handle -> 1));
    }
    CompletableFuture<Integer> last = all.getLast();
    assertThat(last).isCompletedExceptionally();
    assertThatThrownBy(last::join)
        .hasCauseInstanceOf(Problem.class)
        .hasRootCauseMessage("overloaded");
    gate.countDown();
    all.getFirst().join();
  }

  /// Keeps the loop busy until the latch is counted down, so that what is submitted meanwhile
  /// becomes one batch.
  private CountDownLatch holdTheDesk() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    submit(handle -> {
      entered.countDown();
      try {
        gate.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return 0;
    });
    entered.await();
    return gate;
  }

  private CompletableFuture<Integer> sell(int seats) {
    return submit(handle -> sellSeats(handle, seats));
  }

  private CompletableFuture<Integer> submit(java.util.function.Function<Handle, Integer> work) {
    return desk.submit(Urgency.PLACING, (handle, now) -> work.apply(handle)).toCompletableFuture();
  }

  private int sellSeats(Handle handle, int seats) {
    handle.execute("UPDATE quota SET sold = sold + ? WHERE event_id = ?", seats, event);
    return seats;
  }

  private String taken() {
    return database.read(handle -> World.taken(handle, event, event));
  }
}
