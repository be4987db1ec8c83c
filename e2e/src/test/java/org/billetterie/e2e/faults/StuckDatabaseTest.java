package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// webd's database does not answer: another program holds its lock, or the disk hangs in a sync.
/// Every request ends within 12 s, and says the truth.
@ExtendWith(FaultyStack.class)
class StuckDatabaseTest {
  private static final int BUYERS = 30;
  private static final int SEATS = 100;
  private static final String PAYMENT_KEY = "paid-once";
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  @Test
  void whileAnotherHoldsTheDatabaseEveryRequestEndsAndSellsNothing(Faulty faulty)
      throws SQLException {
    Scene scene = Scene.of(faulty);
    Path database = faulty.stack().webdDatabase();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        scene.manyAsk();
      } finally {
        statement.execute("ROLLBACK");
      }
    }
    assertThat(scene.answers())
        .allSatisfy(StuckDatabaseTest::saysWhenToComeAgain)
        .anySatisfy(answer -> assertThat(answer.problem()).isEqualTo("unavailable"));
    assertThat(scene.history().outcomes(Outcome.Ok.class)).as("the order from before").hasSize(1);
    scene.assertSellsAgain();
  }

  @Test
  @Tag("long")
  void whileTheDiskHangsEveryRequestEndsAndItsKeyTellsTheTruth(Faulty faulty) {
    Scene scene = Scene.of(faulty);
    try (Strace strace = hangingDisk(faulty)) {
      scene.manyAsk();
      strace.detach();
    }
    assertThat(scene.answers())
        .allSatisfy(StuckDatabaseTest::saysWhenToComeAgain)
        .anySatisfy(answer -> assertThat(answer.problem()).isEqualTo("outcome-unknown"));
    scene.assertSellsAgain();
  }

  @Test
  @Tag("long")
  void controlWithoutPatienceARequestWaitsAsLongAsTheDiskHangs(Faulty faulty) {
    Scene scene = Scene.of(faulty);
    Buyer buyer = scene.buyers().getFirst().at(faulty.stack().webdUrl());
    faulty.faults().on(Fault.NO_PATIENCE);
    try (Strace strace = hangingDisk(faulty)) {
      scene.watch().time(() -> buyer.order(scene.show().id(), scene.show().type(0), 1, "control"));
      strace.detach();
    } finally {
      faulty.faults().off(Fault.NO_PATIENCE);
    }
    System.out.println("control: a request waited " + scene.watch().longest().toSeconds() + " s");
    assertThat(scene.watch().longest()).isGreaterThan(Stopwatch.MOST);
  }

  /// The next sync of each thread takes 20 s.
  private static Strace hangingDisk(Faulty faulty) {
    return Strace.of(
        faulty.stack().pid(Part.WEBD),
        "-e",
        "trace=fsync",
        "-e",
        "inject=fsync:delay_enter=20000000:when=1");
  }

  private static void saysWhenToComeAgain(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(503);
    assertThat(answer.problem()).isIn("unavailable", "overloaded", "outcome-unknown");
    assertThat(answer.header("retry-after")).matches("[1-9][0-9]?");
  }

  /// One event, its buyers, an order that is to be paid, and what they are told.
  private record Scene(
      Faulty faulty,
      Organizer organizer,
      Show show,
      List<Buyer> buyers,
      String unpaid,
      History history,
      Stopwatch watch,
      Queue<Answer> answers) {
    static Scene of(Faulty faulty) {
      People people = new People(faulty.stack());
      Organizer organizer = people.organizer();
      Show show = organizer.publish("Base figée", SEATS, 0, 900);
      List<Buyer> buyers = people.buyers(BUYERS);
      History history = new History();
      Outcome held = history.order(buyers.getFirst(), show.id(), show.type(1), 1);
      return new Scene(
          faulty,
          organizer,
          show,
          buyers,
          ((Outcome.Ok) held).orderId(),
          history,
          new Stopwatch(),
          new ConcurrentLinkedQueue<>());
    }

    /// Buyers who come one after the other, somebody who pays, somebody who makes an event; readers
    /// do not notice anything.
    void manyAsk() {
      Buyer first = buyers.getFirst();
      List<Callable<Object>> tasks = new ArrayList<>();
      for (int i = 0; i < BUYERS; i++) {
        Duration later = PAUSE.multipliedBy(i);
        History.Attempt attempt = History.Attempt.of(buyers.get(i), show.id(), show.type(0), 1);
        tasks.add(() -> {
          pass(later);
          return history.write(
              attempt,
              () -> ask(() -> attempt.buyer().order(show.id(), attempt.seats(), attempt.key())));
        });
      }
      tasks.add(() -> ask(() -> first.pay(unpaid, PAYMENT_KEY)));
      tasks.add(() ->
          ask(() -> organizer.account().api().post("/api/events", Show.draft("Trop tôt", 10, 0))));
      for (String path : List.of("/api/events", show.path(), "/api/orders", "/api/tickets")) {
        tasks.add(() -> {
          pass(PAUSE);
          return watch.time(() -> first.api().get(path)).expect(200);
        });
      }
      Crowd.atOnce(tasks);
      System.out.printf(
          "stuck database: longest of %d writes %d ms; %s%n",
          answers.size(), watch.longest().toMillis(), history);
      watch.assertAllEnded();
    }

    private Answer ask(Supplier<Answer> request) {
      Answer answer = watch.time(request);
      answers.add(answer);
      return answer;
    }

    /// The rest sells at once, and nothing was lost or sold twice.
    void assertSellsAgain() {
      Until.holds(
          "sales go on",
          SEEN_WITHIN,
          () -> history.order(buyers.getFirst(), show.id(), show.type(0), 1) instanceof Outcome.Ok);
      buyers.getFirst().pay(unpaid, PAYMENT_KEY).expect(200);
      history.unknown().forEach(history::order);
      Outcome outcome;
      do {
        outcome = history.order(buyers.getLast(), show.id(), show.type(0), 1);
      } while (outcome instanceof Outcome.Ok);
      Sales sales = Sales.read(faulty.stack().webdDatabase());
      HistoryCheck.assertHolds(history, sales);
      assertThat(sales.admitting(show.id())).isEqualTo(SEATS);
      Verify.assertClean(faulty.stack());
    }

    private static void pass(Duration time) {
      long begun = System.nanoTime();
      Until.holds("time passes", SEEN_WITHIN, () -> System.nanoTime() - begun >= time.toNanos());
    }
  }
}
