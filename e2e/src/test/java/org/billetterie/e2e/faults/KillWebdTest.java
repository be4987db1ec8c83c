package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Seed;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// kill -9 of webd in the middle of a sale.
@Execution(ExecutionMode.CONCURRENT)
class KillWebdTest {
  private static final int BUYERS = 32;
  private static final int IN_FLIGHT_LEAST = 8;
  private static final int SEATS = 600;
  private static final Duration MOMENT_MAX = Duration.ofSeconds(30);

  private static Stack own;

  @BeforeAll
  static void start() {
    own = Stack.start(StackSettings.usual());
  }

  @AfterAll
  static void stop() {
    own.close();
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void twentyKillsDuringASaleLoseNoAcknowledgedTicket() {
    killRounds(own, 20);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  @Tag("long")
  void aHundredKillsDuringASaleLoseNoAcknowledgedTicket() {
    killRounds(own, 100);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void theSameKeyAcrossAKillIsOneSaleWithTheSameBytes() {
    Random random = Seed.random("key across a kill");
    People people = new People(own);
    for (int round = 0; round < 3; round++) {
      Show show = people.organizer().publish("Clé et coupure " + round, 500, 0);
      Buyer buyer = people.buyers(1).getFirst();
      History.Attempt attempt = History.Attempt.of(buyer, show.id(), show.type(0), 2);
      History history = new History();
      Callable<Object> order = () -> history.order(attempt);
      List<Callable<Object>> tasks =
          IntStream.range(0, 50)
              .mapToObj(i -> order)
              .collect(Collectors.toCollection(ArrayList::new));
      int pause = random.nextInt(40);
      tasks.add(() -> {
        long at = System.nanoTime() + pause * 1_000_000L;
        Until.holds("the moment", MOMENT_MAX, () -> System.nanoTime() >= at);
        return own.kill(Part.WEBD);
      });
      own.awaitRestart(Part.WEBD, (Long) Crowd.atOnce(tasks).getLast());
      for (int i = 0; i < 5; i++) {
        history.order(attempt);
      }
      assertThat(history.unknown()).isEmpty();
      Sales sales = Sales.read(own.webdDatabase());
      HistoryCheck.assertHolds(history, sales);
      assertThat(sales.ordersOf(show.id())).hasSize(1);
    }
  }

  /// Rounds in which nothing was acknowledged or nothing was left unknown prove nothing and do not
  /// count.
  private static void killRounds(Stack stack, int wanted) {
    Random random = Seed.random("kills");
    int counted = 0;
    for (int round = 1; counted < wanted; round++) {
      assertThat(round).as("rounds that count").isLessThan(wanted * 3);
      Round done = round(stack, round, random);
      assertNothingLost(stack, done);
      counted += done.counts() ? 1 : 0;
    }
    Verify.assertClean(stack);
  }

  private static void assertNothingLost(Stack stack, Round round) {
    HistoryCheck.assertHolds(round.untilKill(), round.afterKill());
    assertThat(round.history().unknown()).isEmpty();
    Sales sales = Sales.read(stack.webdDatabase());
    HistoryCheck.assertHolds(round.history(), sales);
    // I6: what was left could be sold, at once.
    assertThat(sales.admitting(round.show().id())).isEqualTo(SEATS);
    assertThat(round.restSoldIn()).isLessThan(Duration.ofSeconds(10));
  }

  /// A sale, a kill in its middle, the restart, the same keys again, and the rest of the seats.
  static Round round(Stack stack, int number, Random random) {
    People people = new People(stack);
    Show show = people.organizer().publish("Coupure " + number, SEATS, 0);
    List<Buyer> buyers = people.buyers(BUYERS);
    History untilKill = new History();
    AtomicBoolean killed = new AtomicBoolean();
    int first = 1 + random.nextInt(SEATS / 4);
    List<Callable<Object>> tasks = new ArrayList<>();
    tasks.add(() -> {
      Until.holds(
          first + " answers and purchases in flight",
          MOMENT_MAX,
          () -> untilKill.entries().size() >= first && untilKill.inFlight() >= IN_FLIGHT_LEAST);
      long pid = stack.kill(Part.WEBD);
      killed.set(true);
      return pid;
    });
    buyers.forEach(buyer -> tasks.add(() -> buyUntil(killed, untilKill, buyer, show)));
    stack.awaitRestart(Part.WEBD, (Long) Crowd.atOnce(tasks).getFirst());
    return settle(stack, number, show, untilKill);
  }

  private static Object buyUntil(AtomicBoolean killed, History history, Buyer buyer, Show show) {
    Outcome outcome;
    do {
      outcome = history.order(buyer, show.id(), show.type(0), 1);
    } while (!killed.get() && !(outcome instanceof Outcome.Unknown));
    return outcome;
  }

  /// Counts what became of the unknown, asks again with their keys, and sells the rest.
  private static Round settle(Stack stack, int number, Show show, History untilKill) {
    Sales afterKill = Sales.read(stack.webdDatabase());
    List<History.Attempt> unknown = untilKill.unknown();
    long found = unknown.stream().filter(afterKill::keeps).count();
    System.out.println("kill " + number + ": " + untilKill + ", found " + found);
    boolean counts = !untilKill.outcomes(Outcome.Ok.class).isEmpty() && !unknown.isEmpty();
    History history = new History();
    history.addAll(untilKill);
    unknown.forEach(history::order);
    long begun = System.nanoTime();
    Buyer buyer = new People(stack).buyers(1).getFirst();
    for (int left = SEATS / 10 + 2; left > 0; left--) {
      sellTen(history, buyer, show);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new Round(show, untilKill, afterKill, history, took, counts);
  }

  private static void sellTen(History history, Buyer buyer, Show show) {
    Outcome outcome = history.order(buyer, show.id(), show.type(0), 10);
    if (outcome instanceof Outcome.Refused refused && refused.available() > 0) {
      history.order(buyer, show.id(), show.type(0), refused.available());
    }
  }

  /// @param counts whether something was acknowledged and something left unknown
  record Round(
      Show show,
      History untilKill,
      Sales afterKill,
      History history,
      Duration restSoldIn,
      boolean counts) {}
}
