package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.billetterie.e2e.client.Answer;
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
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// webd's disk fails: the n-th sync or write of a sale is refused by the kernel (strace). Who is
/// answered with an error learns the truth with the same key, and nothing acknowledged is lost.
@ExtendWith(FaultyStack.class)
@Tag("long")
class IoErrorTest {
  private static final int BUYERS = 4;
  private static final int SEATS = 100_000;
  private static final int ORDERS_MAX = 400;
  private static final int THE_MOST = 200;
  private static final String SYNC = "fsync:error=EIO";
  private static final String WRITE = "pwrite64:error=EIO";
  private static final String NO_ROOM = "pwrite64:error=ENOSPC";
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  @Test
  void aSyncOrWriteThatFailsLosesNothingAndTheKeyTellsTheTruth(Faulty faulty) throws SQLException {
    Sale sale = Sale.open(faulty.stack());
    for (int n : List.of(1, 2)) {
      sale.around(SYNC, n);
    }
    for (int n : List.of(1, 3)) {
      sale.around(WRITE, n);
      sale.around(NO_ROOM, n);
    }
    sale.assertNothingLost();
  }

  @Test
  void theFirstTwoHundredSyncsAndWritesMayFail() throws SQLException {
    try (Stack own = Stack.start(StackSettings.usual())) {
      Sale sale = Sale.open(own);
      List<String> kinds = List.of(SYNC, WRITE, NO_ROOM);
      for (int n : IntStream.rangeClosed(1, THE_MOST).toArray()) {
        sale.around(kinds.get(n % kinds.size()), n);
      }
      sale.assertNothingLost();
    }
  }

  @Test
  void controlWhereAFailedCommitIsTakenForAGoodOneAcknowledgedTicketsAreLost(Faulty faulty) {
    Sale sale = Sale.open(faulty.stack());
    Path database = faulty.stack().webdDatabase();
    faulty.faults().on(Fault.COMMIT_LIES);
    try (Strace strace = failing(faulty.stack(), SYNC, "1+2")) {
      Until.holds(
          "something is lost",
          SEEN_WITHIN,
          () -> {
            Crowd.each(sale.buyers(), buyer -> sale.buyOne(buyer));
            return Control.lost(sale.history(), Sales.read(database)) > 0;
          });
      strace.detach();
    } finally {
      faulty.faults().off(Fault.COMMIT_LIES);
    }
    sale.untilItSells();
    Control.assertLost(sale.history(), Sales.read(database));
  }

  /// @param when which call of each thread fails, as strace wants it
  private static Strace failing(Stack stack, String fault, String when) {
    String call = fault.substring(0, fault.indexOf(':'));
    return Strace.of(
        stack.pid(Part.WEBD), "-e", "trace=" + call, "-e", "inject=" + fault + ":when=" + when);
  }

  /// One event, its buyers and what they were told.
  private record Sale(
      Stack stack, Show show, List<Buyer> buyers, History history, Queue<Answer> answers) {
    static Sale open(Stack stack) {
      People people = new People(stack);
      Organizer organizer = people.organizer();
      Show show = organizer.publish("Disque en panne", SEATS, 0, 900);
      return new Sale(
          stack, show, people.buyers(BUYERS), new History(), new ConcurrentLinkedQueue<>());
    }

    Outcome buyOne(Buyer buyer) {
      History.Attempt attempt = History.Attempt.of(buyer, show.id(), show.type(0), 1);
      return history.write(
          attempt,
          () -> {
            Answer answer = buyer.order(show.id(), attempt.seats(), attempt.key());
            answers.add(answer);
            return answer;
          });
    }

    /// Buys until the n-th call has failed; then all goes on. Where it was a copy from the log to
    /// the database, nobody is told: the copy is made later.
    void around(String fault, int n) {
      try (Strace strace = failing(stack, fault, "" + n)) {
        Crowd.each(
            buyers,
            buyer -> {
              for (int i = 0; i < ORDERS_MAX && !strace.hasInjected(); i++) {
                buyOne(buyer);
              }
            });
        strace.detach();
        assertThat(strace.hasInjected()).as("%s at call %d", fault, n).isTrue();
      }
      untilItSells();
    }

    private long failures() {
      return answers.stream().filter(answer -> answer.status() >= 500).count();
    }

    void untilItSells() {
      Until.holds(
          "sales go on", SEEN_WITHIN, () -> buyOne(buyers.getFirst()) instanceof Outcome.Ok);
    }

    /// Whoever was told of a failure was told when to come back, and finds the truth.
    void assertNothingLost() throws SQLException {
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 201)
          .allSatisfy(answer -> {
            answer.expect(503);
            assertThat(answer.problem()).isIn("outcome-unknown", "storage-full", "unavailable");
            assertThat(answer.header("retry-after")).matches("[1-9][0-9]?");
          });
      System.out.println("i/o errors: " + failures() + " answers; " + history);
      assertThat(failures()).as("who was told").isPositive();
      history.unknown().forEach(history::order);
      assertThat(history.unknown()).isEmpty();
      Path database = stack.webdDatabase();
      HistoryCheck.assertHolds(history, Sales.read(database));
      Verify.assertClean(stack);
      assertSound(database);
    }

    private static void assertSound(Path database) throws SQLException {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
        assertThat(row.getString(1)).isEqualTo("ok");
      }
    }
  }
}
