package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.control.Fault;
import org.billetterie.e2e.faults.FaultyStack.Faulty;
import org.billetterie.e2e.history.Control;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.stack.Canaries;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// webd's disk fills up in the middle of a sale, and somebody makes room.
@ExtendWith(FaultyStack.class)
class StorageFullTest {
  private static final int BUYERS = 8;
  private static final int SEATS = 1_500;
  private static final int BEFORE = 100;
  private static final int REFUSALS = 50;
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);
  private static final Duration RESUMED_WITHIN = Duration.ofSeconds(5);

  @Test
  void aFullDiskIsSaidReadingGoesOnAndSalesResumeWithoutARestart(Faulty faulty) {
    Sale sale = Sale.open(faulty);
    String held = sale.hold();
    long webd = faulty.stack().pid(Part.WEBD);
    sale.untilFull();
    try {
      everyWriteSaysSo(sale, held);
      readingGoesOn(sale, held);
      assertThat(sale.ready().status()).isEqualTo(503);
    } finally {
      faulty.disk().empty();
    }
    long begun = System.nanoTime();
    Until.holds("sales resume", SEEN_WITHIN, () -> sale.buyOne() instanceof Outcome.Ok);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.println("storage full: sales resumed after " + took.toMillis() + " ms");
    assertThat(took).isLessThan(RESUMED_WITHIN);
    Until.holds("ready again", SEEN_WITHIN, () -> sale.ready().status() == 200);
    assertThat(faulty.stack().pid(Part.WEBD)).as("webd was not restarted").isEqualTo(webd);
    sale.buyer().pay(held, Buyer.newKey()).expect(200);

    sale.sellTheRest();
    Sales sales = Sales.read(faulty.stack().webdDatabase());
    HistoryCheck.assertHolds(sale.history(), sales);
    assertThat(sales.admitting(sale.show().id())).isEqualTo(SEATS);
    Verify.assertClean(faulty.stack());
  }

  @Test
  void controlWhereAFailedCommitIsTakenForAGoodOneAcknowledgedTicketsAreLost(Faulty faulty) {
    Sale sale = Sale.open(faulty);
    Path database = faulty.stack().webdDatabase();
    faulty.faults().on(Fault.COMMIT_LIES);
    try {
      Until.holds(
          "something is lost",
          SEEN_WITHIN,
          () -> {
            faulty.disk().fill();
            Crowd.each(sale.buyers(), buyer -> sale.buyOne());
            return Control.lost(sale.history(), Sales.read(database)) > 0;
          });
    } finally {
      faulty.disk().empty();
      faulty.faults().off(Fault.COMMIT_LIES);
    }
    Until.holds("sales resume", SEEN_WITHIN, () -> sale.buyOne() instanceof Outcome.Ok);
    Control.assertLost(sale.history(), Sales.read(database));
  }

  /// A declined payment is the smallest thing that is written: when that has no room, nothing has.
  private static void everyWriteSaysSo(Sale sale, String held) {
    Until.holds(
        "not even a declined payment fits",
        SEEN_WITHIN,
        () -> {
          sale.faulty().disk().fill();
          return sale.buyer().pay(held, Buyer.newKey(), Canaries.DECLINED_CARD).status() == 503;
        });
    assertFull(sale.order());
    assertFull(sale.buyer().pay(held, Buyer.newKey()));
    assertFull(sale.buyer().api().send("DELETE", "/api/orders/" + held, null));
    assertFull(
        sale.organizer().account().api().post("/api/events", Show.draft("Sans place", 10, 0)));
  }

  private static void assertFull(Answer answer) {
    answer.expect(503, "storage-full");
    assertThat(answer.header("retry-after")).matches("[1-9][0-9]?");
  }

  private static void readingGoesOn(Sale sale, String held) {
    Api api = sale.buyer().api();
    for (String path :
        List.of(
            "/api/events",
            sale.show().path(),
            "/api/orders",
            "/api/orders/" + held,
            "/api/tickets")) {
      api.get(path).expect(200);
    }
    sale.organizer().sales(sale.show());
  }

  /// One event, its buyers and what they were told.
  private record Sale(
      Faulty faulty, Organizer organizer, Show show, List<Buyer> buyers, History history) {
    static Sale open(Faulty faulty) {
      People people = new People(faulty.stack());
      Organizer organizer = people.organizer();
      Show show = organizer.publish("Disque plein", SEATS, 0, 900);
      return new Sale(faulty, organizer, show, people.buyers(BUYERS), new History());
    }

    Buyer buyer() {
      return buyers.getFirst();
    }

    /// An unpaid order of one seat.
    String hold() {
      History.Attempt attempt = History.Attempt.of(buyer(), show.id(), show.type(1), 1);
      return ((Outcome.Ok) history.order(attempt)).orderId();
    }

    /// Not in the history: for its answer.
    Answer order() {
      return buyer().order(show.id(), show.type(0), 1, Buyer.newKey());
    }

    Outcome buyOne() {
      return history.order(buyer(), show.id(), show.type(0), 1);
    }

    Answer ready() {
      return new Api(faulty.stack().webdUrl()).get("/health/ready");
    }

    /// All buyers buy; meanwhile the disk fills up, until nothing can be sold.
    void untilFull() {
      AtomicBoolean full = new AtomicBoolean();
      List<Callable<Object>> tasks = new ArrayList<>();
      tasks.add(() -> {
        Until.holds(
            "a sale", SEEN_WITHIN, () -> history.outcomes(Outcome.Ok.class).size() > BEFORE);
        Until.holds(
            "the disk is full",
            SEEN_WITHIN,
            () -> {
              faulty.disk().fill();
              return history.refused("storage-full") > REFUSALS;
            });
        full.set(true);
        return full;
      });
      buyers.forEach(buyer ->
          tasks.add(() -> {
            while (!full.get()) {
              history.order(buyer, show.id(), show.type(0), 1);
            }
            return buyer;
          }));
      Crowd.atOnce(tasks);
      System.out.println("storage full: " + history);
    }

    /// First what nobody knows, with the same keys, then all that is left.
    void sellTheRest() {
      history.unknown().forEach(history::order);
      assertThat(history.unknown()).isEmpty();
      Outcome outcome = buyTen(10);
      while (!(outcome instanceof Outcome.Refused none && none.available() == 0)) {
        outcome = outcome instanceof Outcome.Refused some ? buyTen(some.available()) : buyTen(10);
      }
    }

    private Outcome buyTen(int seats) {
      return history.order(buyer(), show.id(), show.type(0), seats);
    }
  }
}
