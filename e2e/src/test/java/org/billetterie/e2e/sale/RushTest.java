package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
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
class RushTest {
  private static final int BUYERS = 500;
  private static final int SEATS = 100;

  @Test
  void fiveHundredBuyersRushingAtAHundredSeatsGetExactlyAHundred(Stack stack) {
    History history = rush(stack);

    assertThat(history.outcomes(Outcome.Ok.class)).hasSize(SEATS);
    assertThat(history.outcomes(Outcome.Refused.class))
        .hasSize(BUYERS - SEATS)
        .allSatisfy(refused -> {
          assertThat(refused.status()).isEqualTo(409);
          assertThat(refused.problem()).isEqualTo("sold-out");
          assertThat(refused.available()).isZero();
        });
    HistoryCheck.assertHolds(history, Sales.read(stack.webdDatabase()));
    Verify.assertClean(stack);
  }

  @Test
  void controlWithoutGuardsTheSameRushOversells(@Unguarded Stack stack) {
    Control.assertOversold(stack, rush(stack).events());
  }

  private static History rush(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("La ruée", SEATS, 0);
    History history = new History();
    Crowd.each(people.buyers(BUYERS), buyer -> history.order(buyer, show.id(), show.type(0), 1));
    return history;
  }
}
