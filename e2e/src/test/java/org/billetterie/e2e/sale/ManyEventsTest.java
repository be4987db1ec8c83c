package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class ManyEventsTest {
  private static final int CLIENTS = 64;
  private static final int EVENTS = 50;

  @Test
  void sixtyFourClientsSellOutFiftyEventsToTheLastSeatAndNotOneMore(Stack stack) {
    try (Watch watch = Watch.over(stack.webdDatabase())) {
      Sellout sellout = sellOut(stack, 100_000);
      watch.assertNothingSeen();

      Sales sales = Sales.read(stack.webdDatabase());
      HistoryCheck.assertHolds(sellout.history(), sales);
      assertThat(sellout.history().outcomes(Outcome.Unknown.class)).isEmpty();
      // I7: more was asked for than there was, so everything is sold.
      assertThat(sellout.shows())
          .allSatisfy(show -> assertThat(sales.admitting(show.id())).isEqualTo(show.capacity()));
      Verify.assertClean(stack);
    }
  }

  @Test
  void controlWithoutGuardsTheSameClientsOversell(@Unguarded Stack stack) {
    Control.assertOversold(stack, sellOut(stack, 100).history().events());
  }

  private static Sellout sellOut(Stack stack, int purchasesMax) {
    Random random = Seed.random("many events");
    People people = new People(stack);
    Organizer organizer = people.organizer();
    List<Show> shows = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      // 1 to 500 seats, most of them below 150.
      int capacity = i % 5 == 0 ? 1 + random.nextInt(500) : 1 + random.nextInt(150);
      shows.add(organizer.publish("Festival " + i, capacity, 0, 0));
    }
    History history = new History();
    Set<String> soldOut = ConcurrentHashMap.newKeySet();
    long seed = random.nextLong();
    List<Buyer> buyers = people.buyers(CLIENTS);
    Crowd.each(
        buyers,
        buyer -> {
          Random own = new Random(seed + buyers.indexOf(buyer));
          for (int i = 0; i < purchasesMax && soldOut.size() < shows.size(); i++) {
            buy(history, shows.get(own.nextInt(shows.size())), soldOut, buyer, own);
          }
        });
    System.out.println("many events: " + history);
    return new Sellout(shows, history);
  }

  /// Asks for 1 to 4 seats, and for what is left when that is too many.
  private static void buy(
      History history, Show show, Set<String> soldOut, Buyer buyer, Random random) {
    if (soldOut.contains(show.id())) {
      return;
    }
    int seats = 1 + random.nextInt(4);
    Outcome outcome = history.order(buyer, show.id(), show.type(random.nextInt(2)), seats);
    if (outcome instanceof Outcome.Refused refused && refused.available() == 0) {
      soldOut.add(show.id());
    } else if (outcome instanceof Outcome.Refused refused && refused.available() > 0) {
      history.order(buyer, show.id(), show.type(0), Math.min(seats, refused.available()));
    }
  }

  private record Sellout(List<Show> shows, History history) {}
}
