package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.control.Fault;
import org.billetterie.e2e.faults.FaultyStack.Faulty;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The clock of webd's machine is set wrong in the middle of a sale, forward and back.
@ExtendWith(FaultyStack.class)
class ClockTest {
  private static final int BUYERS = 4;
  private static final int HOLDS = 4;
  private static final int SEATS = 60;
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  /// Less than a hold and a token last.
  private static final Duration SOME = Duration.ofMinutes(10);

  private static final Duration MUCH = Duration.ofHours(1);

  @Test
  void aClockThatJumpsSellsNothingTwiceAndEndsNoHoldTooEarly(Faulty faulty) {
    Sale sale = Sale.open(faulty);
    long webd = faulty.stack().pid(Part.WEBD);
    try {
      sale.allBuy("at first");
      Instant before = sale.hold().expiresAt();
      for (Duration back : List.of(SOME.negated(), MUCH.negated())) {
        faulty.faults().setClockOfWebdWrongBy(back);
        sale.allBuy("set back");
        assertThat(sale.hold().expiresAt()).as("holds end in their order").isAfter(before);
      }
      Hold held = sale.hold();
      faulty.faults().setClockOfWebdWrongBy(SOME);
      held.buyer().pay(held.orderId(), "in-time").expect(200);
      sale.allBuy("set ahead by less than a hold");

      faulty.faults().setClockOfWebdWrongBy(MUCH);
      // A token that has ended by that clock is none any more.
      sale.buyer().api().get("/api/orders").expect(401);
      sale.awaitNothingHeld();
      assertThat(faulty.stack().pid(Part.WEBD)).as("webd was not restarted").isEqualTo(webd);
    } finally {
      setRight(faulty);
    }
    sale.sellTheRest();
    Sales sales = Sales.read(faulty.stack().webdDatabase());
    HistoryCheck.assertHolds(sale.history(), sales);
    assertThat(sales.admitting(sale.show().id())).isEqualTo(SEATS);
    Verify.assertClean(faulty.stack());
  }

  @Test
  void controlWithAClockThatStepsBackHoldsEndInAnotherOrder(Faulty faulty) {
    Sale sale = Sale.open(faulty);
    faulty.faults().on(Fault.CLOCK_STEPS_BACK);
    try {
      Instant before = sale.hold().expiresAt();
      // Less than what tokens may lie in the future.
      faulty.faults().setClockOfWebdWrongBy(Duration.ofSeconds(-25));
      Instant after = sale.hold().expiresAt();
      System.out.printf(
          "control: a hold that was placed later ends %d ms earlier%n",
          Duration.between(after, before).toMillis());
      assertThat(after).isBefore(before);
    } finally {
      faulty.faults().setClockOfWebdWrongBy(Duration.ZERO);
      faulty.faults().off(Fault.CLOCK_STEPS_BACK);
    }
  }

  /// webd never goes back by itself: it starts again.
  private static void setRight(Faulty faulty) {
    faulty.faults().setClockOfWebdWrongBy(Duration.ZERO);
    faulty.stack().awaitRestart(Part.WEBD, faulty.stack().kill(Part.WEBD));
  }

  private record Hold(Buyer buyer, String orderId, Instant expiresAt) {}

  /// One event, its buyers and what they were told.
  private record Sale(
      Faulty faulty, Show show, List<Buyer> buyers, Queue<Buyer> holders, History history) {
    static Sale open(Faulty faulty) {
      Accounts accounts = new Accounts(faulty.stack());
      Show show = accounts.organizer().publish("Horloge folle", SEATS, 0, 900);
      // Their tokens are new.
      List<Buyer> buyers = Stream.generate(accounts::user).limit(BUYERS).toList();
      Queue<Buyer> holders = new ArrayDeque<>();
      Stream.generate(accounts::user).limit(HOLDS).forEach(holders::add);
      return new Sale(faulty, show, buyers, holders, new History());
    }

    Buyer buyer() {
      return buyers.getFirst();
    }

    void allBuy(String when) {
      Crowd.each(
          buyers,
          buyer -> {
            Outcome outcome = history.order(buyer, show.id(), show.type(0), 1);
            assertThat(outcome).as(when).isInstanceOf(Outcome.Ok.class);
          });
    }

    /// An unpaid order of one seat, of somebody who has none yet.
    Hold hold() {
      Buyer other = holders.remove();
      History.Attempt attempt = History.Attempt.of(other, show.id(), show.type(1), 1);
      Outcome outcome = history.order(attempt);
      assertThat(outcome).isInstanceOf(Outcome.Ok.class);
      Outcome.Ok ok = (Outcome.Ok) outcome;
      Instant expiresAt = Instant.parse(new Answer(201, null, ok.body()).text("/expiresAt"));
      return new Hold(other, ok.orderId(), expiresAt);
    }

    void awaitNothingHeld() {
      Until.holds(
          "holds have ended",
          SEEN_WITHIN,
          () -> Sales.read(faulty.stack().webdDatabase()).holding(show.id()) == 0);
    }

    void sellTheRest() {
      Buyer last = new Accounts(faulty.stack()).user();
      Outcome outcome;
      do {
        outcome = history.order(last, show.id(), show.type(0), 1);
      } while (outcome instanceof Outcome.Ok);
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }
  }
}
