package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Seed;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.control.Fault;
import org.billetterie.e2e.faults.FaultyStack.Faulty;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// No answer to a purchase leaves before it is on the disk: seen by strace, and by pulling the plug
/// at every sync, on paper.
@ExtendWith(FaultyStack.class)
class PowerLossTest {
  private static final int BUYERS = 6;

  @TempDir private Path folder;

  @Test
  void noAnswerLeavesBeforeItsFsyncAndNoPowerLossLosesIt(Faulty faulty) {
    assertDurable(faulty, 20, 30, 25);
  }

  @Test
  @Tag("long")
  void fiveHundredPowerLossesLoseNoAcknowledgedTicket(Faulty faulty) {
    assertDurable(faulty, 300, 500, 10_000);
  }

  @Test
  void controlWhereACommitDoesNotWaitForTheDiskAPowerLossLosesTickets(Faulty faulty) {
    faulty.faults().on(Fault.SYNCHRONOUS_NORMAL);
    try {
      restart(faulty);
      PowerLoss.Findings findings = sale(faulty, 10, 10).find(true);
      System.out.printf(
          "control: %d of %d answers left before their fsync, %d tickets and orders lost%n",
          findings.early, findings.answers, findings.lost);
      assertThat(findings.early).as("answers before their fsync").isPositive();
      assertThat(findings.lost).as("lost when the power fails").isPositive();
    } finally {
      faulty.faults().off(Fault.SYNCHRONOUS_NORMAL);
      restart(faulty);
    }
  }

  private void assertDurable(Faulty faulty, int purchases, int syncsLeast, int images) {
    PowerLoss.Findings findings = sale(faulty, purchases, images).find(false);
    System.out.printf(
        "power loss: %d answers, %d syncs, %d images%n",
        findings.answers, findings.boundaries, findings.images);
    assertThat(findings.boundaries).isGreaterThanOrEqualTo(syncsLeast);
    assertThat(findings.answers).isGreaterThanOrEqualTo(BUYERS * purchases);
    assertThat(findings.early).as("answers before their fsync").isZero();
    Command verify =
        faulty
            .stack()
            .runWith(Map.of("WEBD_DATABASE_URL", "jdbc:sqlite:" + findings.last), "bin/verify");
    assertThat(verify.exit()).as(verify.output()).isZero();
  }

  /// A sale under strace.
  private PowerLoss sale(Faulty faulty, int purchases, int images) {
    Random random = Seed.random("power loss");
    People people = new People(faulty.stack());
    Show show = people.organizer().publish("Panne de courant", 100_000, 0, 900);
    List<Buyer> buyers = people.buyers(BUYERS);
    Path database = faulty.stack().webdDatabase();
    History history = new History();
    try (Strace strace = Strace.of(faulty.stack().pid(Part.WEBD), SystemCalls.OPTIONS)) {
      // Nothing else writes at this moment: the accounts that are new have been told of long ago.
      DiskImage disk = new DiskImage(List.of(database, Path.of(database + "-wal")));
      List<Callable<Object>> tasks = new ArrayList<>();
      for (Buyer buyer : buyers) {
        long seed = random.nextLong();
        tasks.add(() -> buy(history, buyer, show, purchases, new Random(seed)));
      }
      Crowd.atOnce(tasks);
      List<SystemCalls.Happening> happened = SystemCalls.read(strace.detach());
      HistoryCheck.assertHolds(history, Sales.read(database));
      return new PowerLoss(happened, disk, history, random, folder, images);
    }
  }

  /// Free seats and priced ones, some of these paid.
  private static Object buy(History history, Buyer buyer, Show show, int purchases, Random own) {
    for (int i = 0; i < purchases; i++) {
      boolean priced = own.nextInt(4) == 0;
      String type = show.type(priced ? 1 : 0);
      History.Attempt attempt = History.Attempt.of(buyer, show.id(), type, 1 + own.nextInt(3));
      Outcome outcome = history.order(attempt);
      if (priced && outcome instanceof Outcome.Ok ok) {
        String key = Buyer.newKey();
        History.Attempt payment = new History.Attempt(buyer, show.id(), attempt.seats(), key);
        history.write(payment, () -> buyer.pay(ok.orderId(), key));
      }
    }
    return buyer;
  }

  private static void restart(Faulty faulty) {
    faulty.stack().awaitRestart(Part.WEBD, faulty.stack().kill(Part.WEBD));
  }
}
