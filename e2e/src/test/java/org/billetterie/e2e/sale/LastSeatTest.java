package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.Control;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.SharedStack.Unguarded;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class LastSeatTest {

  @Test
  void sixteenBuyersAtTheLastSeatTwoHundredTimesSellItOnceEachTime(Stack stack) {
    assertOneEach(stack, 200, 16);
  }

  @Test
  @Tag("long")
  void thirtyTwoBuyersAtTheLastSeatAThousandTimesSellItOnceEachTime(Stack stack) {
    assertOneEach(stack, 1_000, 32);
  }

  @Test
  void controlWithoutGuardsTheLastSeatIsSoldAgain(@Unguarded Stack stack) {
    Control.assertOversold(stack, rounds(stack, 5, 16).events());
  }

  private static void assertOneEach(Stack stack, int rounds, int buyers) {
    History history = rounds(stack, rounds, buyers);
    assertThat(history.outcomes(Outcome.Ok.class)).hasSize(rounds);
    assertThat(history.refused("sold-out")).isEqualTo((long) rounds * (buyers - 1));
    HistoryCheck.assertHolds(history, Sales.read(stack.webdDatabase()));
  }

  private static History rounds(Stack stack, int rounds, int crowd) {
    People people = new People(stack);
    Organizer organizer = people.organizer();
    List<Buyer> buyers = people.buyers(crowd);
    History history = new History();
    for (int round = 0; round < rounds; round++) {
      Show show = organizer.publish("La dernière place " + round, 1, 0);
      Crowd.each(buyers, buyer -> history.order(buyer, show.id(), show.type(0), 1));
    }
    return history;
  }
}
