package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
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
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.SharedStack.Unguarded;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class LostAnswerTest {
  private static final int PURCHASES = 300;
  private static final int BUYERS = 20;
  private static final int SEATS = 240;

  @Test
  void whoLostTheAnswerAndAsksAgainWithTheSameKeyHasExactlyOneSale(Stack stack) {
    History history = purchases(stack);

    assertThat(history.unknown()).isEmpty();
    assertThat(history.outcomes(Outcome.Unknown.class)).hasSizeGreaterThan(PURCHASES / 3);
    Sales sales = Sales.read(stack.webdDatabase());
    HistoryCheck.assertHolds(history, sales);
    String event = history.events().iterator().next();
    assertThat(sales.ordersOf(event)).hasSize(SEATS);
    assertThat(sales.admitting(event)).isEqualTo(SEATS);
    Verify.assertClean(stack);
  }

  @Test
  void controlWithoutGuardsTheSamePurchasesOversell(@Unguarded Stack stack) {
    Control.assertOversold(stack, purchases(stack).events());
  }

  private static History purchases(Stack stack) {
    Random random = Seed.random("lost answers");
    People people = new People(stack);
    Show show = people.organizer().publish("Réponse perdue", SEATS, 0);
    List<Buyer> buyers = people.buyers(BUYERS);
    History history = new History();
    try (CutWire wire = CutWire.to(stack.url())) {
      List<Callable<Object>> tasks = new ArrayList<>();
      for (Buyer buyer : buyers) {
        tasks.add(() -> {
          for (int i = 0; i < PURCHASES / BUYERS; i++) {
            wire.plan(CutWire.Cut.values()[random.nextInt(CutWire.Cut.values().length)]);
            buyOnce(history, History.Attempt.of(buyer, show.id(), show.type(0), 1), wire);
          }
          return buyer;
        });
      }
      Crowd.atOnce(tasks);
      System.out.println("lost answers: " + wire.cuts() + " cuts; " + history);
    }
    return history;
  }

  /// Through the wire; when the answer is lost, again with the same key until there is one.
  private static void buyOnce(History history, History.Attempt attempt, CutWire wire) {
    Outcome outcome =
        history.write(
            attempt,
            () ->
                attempt
                    .buyer()
                    .at(wire.url())
                    .order(attempt.eventId(), attempt.seats(), attempt.key()));
    for (int again = 0; outcome instanceof Outcome.Unknown && again < 5; again++) {
      outcome = history.order(attempt);
    }
  }
}
