package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.faults.FaultyStack.Faulty;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.stack.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A service stands still (SIGSTOP): it takes connections and answers none. The door answers for it
/// within 12 s.
@ExtendWith(FaultyStack.class)
@Tag("long")
class FrozenPartTest {
  @Test
  void theDoorAnswersForAWebdThatStandsStillAndTheKeyTellsTheTruth(Faulty faulty) {
    People people = new People(faulty.stack());
    Show show = people.organizer().publish("Arrêt sur image", 10, 0);
    Buyer buyer = people.buyers(1).getFirst();
    History history = new History();
    History.Attempt attempt = History.Attempt.of(buyer, show.id(), show.type(0), 2);
    Stopwatch watch = new Stopwatch();
    List<Callable<Answer>> asked =
        List.of(
            () -> watch.time(() -> buyer.order(show.id(), attempt.seats(), attempt.key())),
            () -> watch.time(() -> buyer.api().get(show.path())),
            () -> watch.time(() -> buyer.api().get("/api/tickets")));

    List<Answer> answers = whileFrozen(faulty, Part.WEBD, asked);

    watch.assertAllEnded();
    answers.getFirst().expect(503, "outcome-unknown");
    answers.get(1).expect(503, "unavailable");
    answers.forEach(answer -> assertThat(answer.header("retry-after")).isNotEmpty());
    history.order(attempt);
    HistoryCheck.assertHolds(history, Sales.read(faulty.stack().webdDatabase()));
    assertThat(Sales.read(faulty.stack().webdDatabase()).ordersOf(show.id())).hasSize(1);
  }

  @Test
  void theDoorAnswersForAnAuthThatStandsStillAndBuyingGoesOn(Faulty faulty) {
    People people = new People(faulty.stack());
    Show show = people.organizer().publish("Auth immobile", 10, 0);
    Buyer buyer = people.buyers(1).getFirst();
    Stopwatch watch = new Stopwatch();
    Map<String, String> login =
        Map.of("email", "x@e2e.example", "password", "not-a-password", "session", "bearer");
    List<Callable<Answer>> asked =
        List.of(
            () -> watch.time(() -> people.door().post("/api/auth/login", login)),
            () -> watch.time(() -> people.door().get("/api/auth/status")),
            () -> watch.time(() -> buyer.order(show.id(), show.type(0), 1, Buyer.newKey())));

    List<Answer> answers = whileFrozen(faulty, Part.AUTH, asked);

    watch.assertAllEnded();
    answers.getFirst().expect(503, "unavailable");
    answers.get(1).expect(503, "unavailable");
    answers.get(2).expect(201);
  }

  private static List<Answer> whileFrozen(Faulty faulty, Part part, List<Callable<Answer>> asked) {
    faulty.stack().freeze(part);
    try {
      return Crowd.atOnce(asked);
    } finally {
      faulty.stack().release(part);
    }
  }
}
