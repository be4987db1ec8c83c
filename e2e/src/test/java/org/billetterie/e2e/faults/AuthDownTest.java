package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One story, because it waits for time to pass: auth goes away and comes back.
@Execution(ExecutionMode.CONCURRENT)
class AuthDownTest {
  /// webd takes a token for 30 s more than its life.
  private static final int SHORT_TOKEN_SECONDS = 45;

  private static final int TOKEN_SECONDS = 900;
  private static final int SEATS = 10_000;

  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final Duration STALE_MAX = Duration.ofSeconds(45);
  private static final Duration ASK_EVERY = Duration.ofMillis(250);
  private static final Duration BACK_MAX = Duration.ofSeconds(60);

  @Test
  void withAuthStoppedWebdSellsToOldTokensUntilTheyEndAndNeverAnswers5xx() {
    sellWithoutAuth(SHORT_TOKEN_SECONDS);
  }

  /// As it is shipped: 15 minutes without auth.
  @Test
  @Tag("long")
  void withAuthStoppedWebdSellsForTheWholeLifeOfAToken() {
    sellWithoutAuth(TOKEN_SECONDS);
  }

  private static void sellWithoutAuth(int tokenSeconds) {
    try (Stack stack =
        Stack.start(StackSettings.usual().with("AUTH_ACCESS_TOKEN_SECONDS", tokenSeconds))) {
      People people = new People(stack);
      Organizer organizer = people.organizer();
      Show show = organizer.publish("Sans auth", SEATS, 0, 700);
      String email = people.register("Acheteuse fidèle");
      Buyer buyer = people.signIn(email);
      long tokenAt = System.nanoTime();

      stack.hold(Part.AUTH);
      buy(buyer, show);
      signInIsUnavailable(people);
      editsBecomeStaleWhileBuyingGoesOn(organizer, show, buyer);
      webdStartsAgainWithTheKeysItKept(stack);
      buy(buyer, show);
      tokenEndsWithAnExplanation(buyer, show, tokenAt, Duration.ofSeconds(tokenSeconds));

      stack.release(Part.AUTH);
      allIsWellAgain(people, organizer, email, show);
      Verify.assertClean(stack);
    }
  }

  private static void buy(Buyer buyer, Show show) {
    buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);
    String order = buyer.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201).text("/id");
    buyer.pay(order, Buyer.newKey()).expect(200);
  }

  private static void signInIsUnavailable(People people) {
    Answer answer =
        people
            .door()
            .post(
                "/api/auth/login",
                Map.of(
                    "email", "x@e2e.example", "password", "not-a-password", "session", "bearer"));
    answer.expect(503, "unavailable");
    assertThat(answer.header("retry-after")).matches("[1-9][0-9]?");
  }

  private static void editsBecomeStaleWhileBuyingGoesOn(
      Organizer organizer, Show show, Buyer buyer) {
    AtomicInteger capacity = new AtomicInteger(show.capacity());
    Until.holds(
        "edits are refused because rights cannot be known",
        STALE_MAX,
        ASK_EVERY,
        () -> {
          buy(buyer, show);
          Answer edit =
              organizer.edit(organizer.look(show), "capacity", capacity.incrementAndGet());
          if (edit.status() == 200) {
            return false;
          }
          edit.expect(503, "accounts-feed-stale");
          assertThat(edit.header("retry-after")).isNotEmpty();
          return true;
        });
    buy(buyer, show);
  }

  private static void webdStartsAgainWithTheKeysItKept(Stack stack) {
    long begun = System.nanoTime();
    stack.awaitRestart(Part.WEBD, stack.kill(Part.WEBD));
    System.out.println(
        "auth down: webd ready again after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
  }

  private static void tokenEndsWithAnExplanation(
      Buyer buyer, Show show, long tokenAt, Duration life) {
    Until.holds(
        "the token has ended",
        life.plus(LEEWAY).plus(LEEWAY),
        ASK_EVERY,
        () -> {
          Answer answer = buyer.order(show.id(), show.type(0), 1, Buyer.newKey());
          assertThat(answer.status()).as("%s", answer).isIn(201, 401);
          return answer.status() == 401;
        });
    Duration sold = Duration.ofNanos(System.nanoTime() - tokenAt);
    System.out.println("auth down: webd sold for " + sold.toSeconds() + " s");
    assertThat(sold).isGreaterThan(life);
    Answer refused =
        buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(401, "session-ended");
    assertThat(refused.text("/detail")).isNotBlank();
    assertThat(refused.text("/title")).isNotBlank();
  }

  private static void allIsWellAgain(People people, Organizer organizer, String email, Show show) {
    Until.holds(
        "auth answers again",
        BACK_MAX,
        ASK_EVERY,
        () -> people.door().get("/api/auth/status").status() == 200);
    buy(people.signIn(email), show);
    Organizer again = people.organizer();
    Until.holds(
        "events can be made again",
        BACK_MAX,
        ASK_EVERY,
        () ->
            again.account().api().post("/api/events", Show.draft("De retour", 10, 0)).status()
                == 201);
  }
}
