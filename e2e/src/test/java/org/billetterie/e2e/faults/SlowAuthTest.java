package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.control.Fault;
import org.billetterie.e2e.faults.FaultyStack.Faulty;
import org.billetterie.e2e.faults.SlowWire.Mode;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Until;
import org.billetterie.e2e.stack.Usage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// auth answers webd late, never, or half. No request waits for that, and webd hears auth again as
/// soon as it can.
@ExtendWith(FaultyStack.class)
class SlowAuthTest {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  /// The feed is asked every 2 s, each time for 2 s at most.
  private static final Duration DEAF_AT_LEAST = Duration.ofSeconds(7);

  /// What a JVM may start by itself meanwhile.
  private static final int THREADS_MORE = 12;

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "HALF"})
  void noRequestWaitsForAuthAndWebdHearsItAgain(Mode mode, Faulty faulty) {
    assertNobodyWaits(mode, faulty);
  }

  @Test
  @Tag("long")
  void noRequestWaitsForAnAuthThatAnswersAfterThirtySeconds(Faulty faulty) {
    assertNobodyWaits(Mode.LATE, faulty);
  }

  private static void assertNobodyWaits(Mode mode, Faulty faulty) {
    People people = new People(faulty.stack());
    Organizer organizer = people.organizer();
    Show show = organizer.publish("Auth " + mode, 1_000, 0, 700);
    Buyer buyer = people.registered("Acheteuse");
    Stopwatch watch = new Stopwatch();
    everythingElse(watch, organizer, buyer, show);
    int connections = faulty.authWire().connections();
    int threads = threads(faulty);

    become(faulty, mode);
    try {
      everythingElse(watch, organizer, buyer, show);
      unknownKey(watch, faulty, buyer);
      everythingElse(watch, organizer, buyer, show);
    } finally {
      faulty.authWire().become(Mode.CLEAR);
    }
    watch.assertAllEnded();
    assertHeardWithin(SEEN_WITHIN, faulty);
    Until.holds(
        "connections to auth are as before",
        SEEN_WITHIN,
        () -> faulty.authWire().connections() <= Math.max(2, connections));
    Until.holds(
        "threads are as before", SEEN_WITHIN, () -> threads(faulty) <= threads + THREADS_MORE);
    System.out.printf(
        "slow auth: %s: longest request %d ms, threads %d, then %d%n",
        mode, watch.longest().toMillis(), threads, threads(faulty));
  }

  @Test
  void controlWithoutAnEndToWaitingWebdStaysDeaf(Faulty faulty) {
    long heard = 0;
    faulty.faults().on(Fault.AUTH_IS_WAITED_FOR);
    try {
      become(faulty, Mode.HALF);
      faulty.authWire().become(Mode.CLEAR);
      heard = faulty.authWire().answers();
      long begun = System.nanoTime();
      Until.holds(
          "time passes", SEEN_WITHIN, () -> System.nanoTime() - begun > DEAF_AT_LEAST.toNanos());
      heard = faulty.authWire().answers() - heard;
    } finally {
      faulty.faults().off(Fault.AUTH_IS_WAITED_FOR);
      faulty.stack().awaitRestart(Part.WEBD, faulty.stack().kill(Part.WEBD));
    }
    System.out.println("control: webd heard " + heard + " answers of auth in 7 s");
    assertThat(heard).as("answers heard after a lost one").isZero();
    assertHeardWithin(SEEN_WITHIN, faulty);
  }

  private static void become(Faulty faulty, Mode mode) {
    int held = faulty.authWire().held();
    faulty.authWire().become(mode);
    Until.holds("webd waits for auth", SEEN_WITHIN, () -> faulty.authWire().held() > held);
  }

  private static void everythingElse(Stopwatch watch, Organizer organizer, Buyer buyer, Show show) {
    watch.time(() -> buyer.order(show.id(), show.type(0), 1, Buyer.newKey())).expect(201);
    String order =
        watch
            .time(() -> buyer.order(show.id(), show.type(1), 1, Buyer.newKey()))
            .expect(201)
            .text("/id");
    watch.time(() -> buyer.pay(order, Buyer.newKey())).expect(200);
    watch.time(() -> buyer.api().get("/api/tickets")).expect(200);
    watch.time(() -> buyer.api().get("/api/events")).expect(200);
    Answer edit =
        watch.time(
            () -> organizer.edit(organizer.look(show), "description", "Vers " + System.nanoTime()));
    assertThat(edit.status()).as("%s", edit).isIn(200, 503);
  }

  /// webd asks for the keys of auth when it meets one that it does not know.
  private static void unknownKey(Stopwatch watch, Faulty faulty, Buyer buyer) {
    int held = faulty.authWire().held();
    String token = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6InVua25vd24ifQ.e30.AAAA";
    watch
        .time(() ->
            new People(faulty.stack())
                .door()
                .get("/api/orders", "Authorization", "Bearer " + token))
        .expect(401);
    Until.holds(
        "webd asks for keys, or for news", SEEN_WITHIN, () -> faulty.authWire().held() > held);
  }

  /// What auth tells arrives: a session that was ended cannot buy.
  private static void assertHeardWithin(Duration most, Faulty faulty) {
    Accounts accounts = new Accounts(faulty.stack());
    Accounts.Made made = accounts.make("User");
    Buyer buyer = new People(faulty.stack()).signIn(made.email());
    buyer.api().get("/api/orders").expect(200);
    accounts
        .admin()
        .api()
        .send("PATCH", "/api/auth/accounts/" + made.id(), Map.of("disabled", true))
        .expect(200);
    Until.holds("webd hears auth", most, () -> buyer.api().get("/api/orders").status() == 401);
  }

  private static int threads(Faulty faulty) {
    return Usage.of(faulty.stack().pid(Part.WEBD)).threads();
  }
}
