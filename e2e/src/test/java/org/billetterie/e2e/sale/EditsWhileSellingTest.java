package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Seed;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.Control;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.history.Watch;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.SharedStack.Unguarded;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// 64 buyers go on buying while the organizer changes the event under their hands.
@ExtendWith(SharedStack.class)
class EditsWhileSellingTest {
  private static final int BUYERS = 64;
  private static final int RACES = 12;
  private static final int MORE = 8;

  @Test
  void raisingAndLoweringTheCapacityNeverOversells(Stack stack) {
    try (Watch watch = Watch.over(stack.webdDatabase())) {
      Resized resized = resizeWhileSelling(stack);
      watch.assertNothingSeen();
      Sales sales = Sales.read(stack.webdDatabase());
      HistoryCheck.assertHolds(resized.history(), sales);
      assertThat(resized.edits()).contains(200, 409);
      assertThat(sales.admitting(resized.show().id())).isEqualTo(resized.show().capacity());
      Verify.assertClean(stack);
    }
  }

  @Test
  void controlWithoutGuardsResizingOversells(@Unguarded Stack stack) {
    Control.assertOversold(stack, resizeWhileSelling(stack).history().events());
  }

  @Test
  void aRemovedTicketTypeIsOnNoOrder(Stack stack) {
    race(
        stack,
        "in-use",
        1,
        Organizer::removeLastType,
        (show, sales) -> sales.ordersOf(show.id()).isEmpty());
  }

  @Test
  void anUnpublishedEventHasNoOrder(Stack stack) {
    race(
        stack,
        "event-has-orders",
        0,
        (organizer, show) -> organizer.edit(show, "status", "DRAFT"),
        (show, sales) -> sales.ordersOf(show.id()).isEmpty());
  }

  @Test
  void thereIsNoTicketToADeletedEvent(Stack stack) {
    race(
        stack,
        "event-has-orders",
        0,
        Organizer::delete,
        (show, sales) ->
            sales.ordersOf(show.id()).isEmpty()
                && sales.quotas().stream().noneMatch(quota -> quota.eventId().equals(show.id())));
  }

  /// The organizer raises and lowers while everybody buys; in the end all buy what is left.
  private static Resized resizeWhileSelling(Stack stack) {
    Random random = Seed.random("resizing");
    People people = new People(stack);
    Organizer organizer = people.organizer();
    Show first = organizer.publish("Salle élastique", 20, 0);
    List<Buyer> buyers = people.buyers(BUYERS);
    History history = new History();
    AtomicBoolean done = new AtomicBoolean();
    List<Integer> edits = new ArrayList<>();
    List<Callable<Show>> tasks = new ArrayList<>();
    tasks.add(() -> {
      Show show = first;
      for (int i = 0; i < 60; i++) {
        int change = random.nextInt(25) - 8;
        Answer answer = organizer.edit(show, "capacity", Math.max(1, show.capacity() + change));
        edits.add(answer.status());
        show = answer.status() == 200 ? Show.of(answer) : show;
      }
      // Lowered to below what is sold for certain: refused.
      edits.add(organizer.edit(show, "capacity", 1).status());
      done.set(true);
      return show;
    });
    buyers.forEach(buyer -> tasks.add(() -> buyUntil(done, history, buyer, first)));
    Show last = Crowd.atOnce(tasks).getFirst();
    return new Resized(last, history, edits);
  }

  /// Goes on for a few more when the organizer is done: then only what is left can be had.
  private static Show buyUntil(AtomicBoolean done, History history, Buyer buyer, Show show) {
    int more = 0;
    while (more < MORE) {
      more += done.get() ? 1 : 0;
      history.order(buyer, show.id(), show.type(0), 1);
    }
    return show;
  }

  /// Many times: a few buyers and one edit at the same moment. Either the edit was first and then
  /// nothing may be sold, or an order was first and the edit is refused with `problem`.
  private static void race(Stack stack, String problem, int type, Edit edit, Untouched untouched) {
    Random random = Seed.random(problem);
    People people = new People(stack);
    Organizer organizer = people.organizer();
    List<Buyer> buyers = people.buyers(BUYERS);
    History history = new History();
    int edited = 0;
    for (int round = 0; round < RACES; round++) {
      Show show = organizer.publish("Course " + round, 500, 0, 0);
      int crowd = round < 2 ? 0 : 1 + random.nextInt(BUYERS);
      List<Callable<Object>> tasks = new ArrayList<>();
      buyers
          .subList(0, crowd)
          .forEach(buyer -> tasks.add(() -> history.order(buyer, show.id(), show.type(type), 1)));
      int place = random.nextInt(tasks.size() + 1);
      tasks.add(place, () -> edit.apply(organizer, show));
      Answer answer = (Answer) Crowd.atOnce(tasks).get(place);
      Sales sales = Sales.read(stack.webdDatabase());
      if (answer.status() < 300) {
        edited++;
        assertThat(untouched.holds(show, sales)).as("round %d: %s", round, answer).isTrue();
      } else {
        answer.expect(409, problem);
        assertThat(sales.ordersOf(show.id())).isNotEmpty();
      }
    }
    System.out.println(problem + ": " + edited + " of " + RACES + " edits came first; " + history);
    assertThat(edited).isPositive();
    HistoryCheck.assertHolds(history, Sales.read(stack.webdDatabase()));
  }

  private interface Edit {
    Answer apply(Organizer organizer, Show show);
  }

  private interface Untouched {
    boolean holds(Show show, Sales sales);
  }

  private record Resized(Show show, History history, List<Integer> edits) {}
}
