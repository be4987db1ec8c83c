package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Seed;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.Control;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.history.Watch;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.SharedStack.Unguarded;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Payments that come at the very moment at which their hold ends, while others wait for the seat.
@ExtendWith(SharedStack.class)
class ExpiryTest {
  private static final int SEATS = 24;
  private static final int RIVALS = 24;
  private static final int HOLD_SECONDS = SharedStack.UNGUARDED_HOLD_SECONDS;
  private static final int SPREAD_MS = 400;
  private static final Duration SETTLED_MAX = Duration.ofSeconds(60);

  @Test
  void aSeatIsNeverBothPaidAndFreeAndPaymentsInTimeAreTaken() {
    try (Stack stack = Stack.start(StackSettings.usual().with("WEBD_HOLD_SECONDS", HOLD_SECONDS));
        Watch watch = Watch.over(stack.webdDatabase())) {
      Race race = race(stack);
      watch.assertNothingSeen();

      assertThat(race.payments()).allSatisfy(ExpiryTest::assertFair);
      Sales sales = settled(stack, race.show());
      HistoryCheck.assertHolds(race.history(), sales);
      assertThat(sales.ordersOf(race.show().id()))
          .allSatisfy(order -> assertThat(order.status()).isIn("PAID", "EXPIRED"));
      assertEverySeatCanStillBeSold(stack, race, SEATS - sales.admitting(race.show().id()));
      Verify.assertClean(stack);
    }
  }

  @Test
  void controlWithoutGuardsRivalsGetSeatsThatAreHeld(@Unguarded Stack stack) {
    Control.assertOversold(stack, race(stack).history().events());
  }

  /// All seats are held; each holder pays a moment before or after the end of the hold, and each
  /// rival asks until a seat comes back or all holders are done.
  private static Race race(Stack stack) {
    Random random = Seed.random("expiry");
    People people = new People(stack);
    Show show = people.organizer().publish("À la dernière seconde", SEATS, 1_000);
    List<Buyer> all = people.buyers(SEATS + RIVALS);
    History history = new History();
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<List<Payment>>> tasks = new ArrayList<>();
    List<Callable<Payment>> holders = new ArrayList<>();
    for (Buyer holder : all.subList(0, SEATS)) {
      Outcome.Ok held = (Outcome.Ok) history.order(holder, show.id(), show.type(0), 1);
      long offset = random.nextInt(2 * SPREAD_MS) - SPREAD_MS;
      holders.add(() -> payAt(holder, held, offset));
    }
    tasks.add(() -> {
      List<Payment> payments = Crowd.atOnce(holders);
      done.set(true);
      return payments;
    });
    for (Buyer rival : all.subList(SEATS, SEATS + RIVALS)) {
      tasks.add(() -> waitForASeat(rival, show, history, done));
    }
    List<Payment> payments = Crowd.atOnce(tasks).stream().flatMap(List::stream).toList();
    System.out.println(
        "expiry: "
            + history
            + ", paid "
            + payments.stream().filter(Payment::taken).count()
            + " of "
            + payments.size());
    return new Race(show, all, history, payments);
  }

  private static Payment payAt(Buyer holder, Outcome.Ok held, long offsetMs) {
    Answer order = new Answer(200, null, held.body());
    Instant expiresAt = Instant.parse(order.text("/expiresAt"));
    Instant at = expiresAt.plusMillis(offsetMs);
    Until.holds("the moment to pay", SETTLED_MAX, () -> !Instant.now().isBefore(at));
    Instant askedAt = Instant.now();
    Answer answer = holder.pay(held.orderId(), Buyer.newKey());
    return new Payment(expiresAt, askedAt, Instant.now(), answer);
  }

  private static List<Payment> waitForASeat(
      Buyer rival, Show show, History history, AtomicBoolean done) {
    while (true) {
      boolean last = done.get();
      Outcome outcome = history.order(rival, show.id(), show.type(0), 1);
      if (outcome instanceof Outcome.Ok got) {
        return List.of(payAt(rival, got, -1_000L * HOLD_SECONDS));
      }
      if (last) {
        return List.of();
      }
    }
  }

  /// Answered before the hold ended: taken. Asked after it: not taken. Between the two, either.
  private static void assertFair(Payment payment) {
    if (payment.answeredAt().isBefore(payment.expiresAt())) {
      payment.answer().expect(200);
    } else if (!payment.askedAt().isBefore(payment.expiresAt())) {
      payment.answer().expect(410, "order-expired");
    } else {
      assertThat(payment.answer().status()).isIn(200, 410);
    }
  }

  private static Sales settled(Stack stack, Show show) {
    Until.holds(
        "no order is unpaid any more",
        SETTLED_MAX,
        () -> Sales.read(stack.webdDatabase()).holding(show.id()) == 0);
    return Sales.read(stack.webdDatabase());
  }

  private static void assertEverySeatCanStillBeSold(Stack stack, Race race, int left) {
    Show show = race.show();
    for (int i = 0; i < left; i++) {
      Buyer buyer = race.buyers().get(i);
      Outcome outcome = race.history().order(buyer, show.id(), show.type(0), 1);
      assertThat(outcome).isInstanceOf(Outcome.Ok.class);
      buyer.pay(((Outcome.Ok) outcome).orderId(), Buyer.newKey()).expect(200);
    }
    Sales sales = Sales.read(stack.webdDatabase());
    assertThat(sales.admitting(show.id())).isEqualTo(SEATS);
    HistoryCheck.assertHolds(race.history(), sales);
  }

  private record Race(Show show, List<Buyer> buyers, History history, List<Payment> payments) {}

  private record Payment(Instant expiresAt, Instant askedAt, Instant answeredAt, Answer answer) {
    boolean taken() {
      return answer.status() == 200;
    }
  }
}
