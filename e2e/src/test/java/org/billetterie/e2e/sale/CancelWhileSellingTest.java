package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class CancelWhileSellingTest {
  private static final int BUYERS = 64;
  private static final int SOLD_FIRST = 40;
  private static final Duration SETTLED_MAX = Duration.ofSeconds(60);

  @Test
  void afterTheCancelIsAcknowledgedNothingIsSoldOrPaidAndAllGoesBack(Stack stack) {
    People people = new People(stack);
    Organizer organizer = people.organizer();
    Show show = organizer.publish("Annulé en pleine vente", 5_000, 0, 1_500);
    History history = new History();
    Queue<Payment> payments = new ConcurrentLinkedQueue<>();
    AtomicLong canceledAt = new AtomicLong(Long.MAX_VALUE);

    List<Callable<Object>> tasks = new ArrayList<>();
    tasks.add(() -> {
      Until.holds(
          "a sale under way",
          SETTLED_MAX,
          () ->
              history.outcomes(Outcome.Ok.class).size() > SOLD_FIRST
                  && payments.stream().anyMatch(Payment::taken));
      organizer.edit(show, "status", "CANCELED").expect(200);
      canceledAt.set(System.nanoTime());
      return show;
    });
    people
        .buyers(BUYERS)
        .forEach(buyer -> tasks.add(() -> buyUntilCanceled(buyer, show, history, payments)));
    Crowd.atOnce(tasks);

    long end = canceledAt.get();
    assertThat(history.entries())
        .filteredOn(entry -> entry.askedAt() > end)
        .isNotEmpty()
        .noneMatch(entry -> entry.outcome() instanceof Outcome.Ok);
    assertThat(payments).filteredOn(payment -> payment.askedAt() > end).noneMatch(Payment::taken);
    assertThat(payments).anyMatch(Payment::taken);
    assertAllGoesBack(stack, show, history);
    Verify.assertClean(stack);
  }

  private static void assertAllGoesBack(Stack stack, Show show, History history) {
    Until.holds(
        "every order of the canceled event is canceled",
        SETTLED_MAX,
        () ->
            Sales.read(stack.webdDatabase()).ordersOf(show.id()).stream()
                .allMatch(order -> "CANCELED".equals(order.status())));
    Sales sales = Sales.read(stack.webdDatabase());
    assertThat(sales.admitting(show.id())).isZero();
    HistoryCheck.assertHolds(history, sales);
  }

  /// Free and priced by turns; goes on for a few more after the first refusal.
  private static Object buyUntilCanceled(
      Buyer buyer, Show show, History history, Queue<Payment> payments) {
    int refused = 0;
    for (int i = 0; refused < 3; i++) {
      int type = i % 2;
      Outcome outcome = history.order(buyer, show.id(), show.type(type), 1);
      if (!(outcome instanceof Outcome.Ok ok)) {
        refused++;
      } else if (type == 1) {
        long askedAt = System.nanoTime();
        payments.add(new Payment(askedAt, buyer.pay(ok.orderId(), Buyer.newKey())));
      }
    }
    return buyer;
  }

  private record Payment(long askedAt, Answer answer) {
    boolean taken() {
      return answer.status() == 200;
    }
  }
}
