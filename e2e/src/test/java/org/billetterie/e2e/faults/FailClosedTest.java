package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.control.Fault;
import org.billetterie.e2e.faults.FaultyStack.Faulty;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A check that fails lets nobody pass: each is made to throw in turn, and whoever should be looked
/// at by it is never answered 2xx.
@ExtendWith(FaultyStack.class)
class FailClosedTest {
  private static final int LIMIT = 4;
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  @Test
  void aCheckThatFailsLetsNobodyPass(Faulty faulty) {
    Scene scene = Scene.of(faulty);
    // A token that was seen before is not verified again, so every fault gets a session of its own.
    refused(scene, Fault.TOKEN_FAILS, scene.requests(scene.signIn()));
    refused(scene, Fault.GUARD_FAILS, scene.requests(scene.signIn()));
    refused(scene, Fault.CSRF_FAILS, scene.fromOurPage());
    refused(scene, Fault.LIMIT_LOOKUP_FAILS, List.of(() -> scene.order(scene.buyer(), LIMIT)));
    refused(scene, Fault.LIMITS_FAIL, List.of(() -> scene.order(scene.buyer(), LIMIT)));
    assertThat(scene.orders()).as("orders").isEmpty();

    // All that was refused is allowed when the checks work.
    Buyer buyer = scene.signIn().buyer();
    scene.order(buyer, LIMIT).expect(201);
    scene.fromOurPage().forEach(request -> request.get().expect(201));
  }

  @Test
  void controlWithoutEachCheckWhoShouldBeRefusedPasses(Faulty faulty) {
    Scene scene = Scene.of(faulty);
    Session ended = scene.signIn();
    scene.end(ended);
    Map<Fault, Supplier<Answer>> requests =
        Map.of(
            Fault.TOKEN_OPEN, () -> scene.order(scene.forged(), 1),
            Fault.GUARD_OPEN, () -> scene.order(ended.buyer(), 1),
            Fault.CSRF_OPEN, () -> scene.fromElsewhere(),
            Fault.LIMITS_OPEN, () -> scene.order(scene.signIn().buyer(), LIMIT + 1));
    List<String> passed = new ArrayList<>();
    requests.forEach((fault, request) -> {
      Answer guarded = request.get();
      assertThat(guarded.status()).as("with the check: %s", guarded).isBetween(400, 499);
      faulty
          .faults()
          .with(
              fault,
              () -> {
                if (request.get().status() == 201) {
                  passed.add(fault.name());
                }
              });
    });
    System.out.println("control: passed without their check: " + passed);
    assertThat(passed)
        .containsExactlyInAnyOrderElementsOf(requests.keySet().stream().map(Fault::name).toList());
  }

  private static void refused(Scene scene, Fault fault, List<Supplier<Answer>> requests) {
    scene
        .faulty()
        .faults()
        .with(
            fault,
            () -> {
              for (Supplier<Answer> request : requests) {
                Answer answer = request.get();
                assertThat(answer.status()).as("%s: %s", fault, answer).isGreaterThanOrEqualTo(400);
                assertThat(answer.problem()).as("%s: %s", fault, answer).isNotEmpty();
                assertThat(answer.body()).as("%s", fault).doesNotContain("planted");
              }
            });
  }

  /// Somebody who is signed in.
  private record Session(Buyer buyer, String refreshToken, String token) {}

  /// An event with a limit for each account, and people who want seats.
  private record Scene(Faulty faulty, People people, Accounts accounts, Show show, Buyer buyer) {
    static Scene of(Faulty faulty) {
      People people = new People(faulty.stack());
      Map<String, Object> draft = Show.draft("Contrôles", 100, 0, 900);
      draft.put("maxPerAccount", LIMIT);
      Accounts accounts = new Accounts(faulty.stack());
      Buyer organizer = accounts.organizer().account();
      Show show = Show.of(organizer.api().post("/api/events", draft).expect(201));
      return new Scene(faulty, people, accounts, show, people.buyers(1).getFirst());
    }

    Session signIn() {
      Answer session = people.session(accounts.make("User").email());
      String token = session.text("/accessToken");
      return new Session(Buyer.of(people.door(), token), session.text("/refreshToken"), token);
    }

    Answer order(Buyer buyer, int seats) {
      return buyer.order(show.id(), show.type(0), seats, Buyer.newKey());
    }

    /// At both services.
    List<Supplier<Answer>> requests(Session session) {
      Api api = session.buyer().api();
      return List.of(
          () -> order(session.buyer(), 1),
          () -> api.get("/api/orders"),
          () -> api.get("/api/tickets"),
          () -> api.get("/api/auth/me"));
    }

    /// Signed by a cookie, as a browser does.
    List<Supplier<Answer>> fromOurPage() {
      Api page = browser().with("X-Billetterie", "1");
      return List.of(() -> order(new Buyer("", page), 1));
    }

    /// What another site can make a browser send.
    Answer fromElsewhere() {
      return order(new Buyer("", browser()), 1);
    }

    private Api browser() {
      String email = accounts.make("User").email();
      Map<String, String> login =
          Map.of("email", email, "password", faulty.stack().canaries().password());
      Answer answer =
          people.door().post("/api/auth/login", login, "X-Billetterie", "1").expect(200);
      List<String> cookies =
          answer.headers().allValues("set-cookie").stream()
              .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
              .toList();
      cookies.forEach(
          cookie -> faulty.stack().canaries().add(cookie.substring(cookie.indexOf('=') + 1)));
      return people.door().with("Cookie", cookies.stream().collect(Collectors.joining("; ")));
    }

    /// Signed out, and webd knows.
    void end(Session session) {
      people
          .door()
          .post("/api/auth/logout", Map.of("refreshToken", session.refreshToken()))
          .expect(204);
      Until.holds(
          "webd knows that the session has ended",
          SEEN_WITHIN,
          () -> session.buyer().api().get("/api/orders").status() == 401);
    }

    /// A real token whose signature is another's.
    Buyer forged() {
      String[] mine = signIn().token().split("\\.");
      String[] other = signIn().token().split("\\.");
      return Buyer.of(people.door(), mine[0] + "." + mine[1] + "." + other[2]);
    }

    List<Sales.Order> orders() {
      return Sales.read(faulty.stack().webdDatabase()).ordersOf(show.id());
    }
  }
}
