package org.billetterie.e2e.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What auth decides reaches webd by the feed.
@ExtendWith(SharedStack.class)
class RevocationTest {
  private static final int ACCOUNTS_EACH = 8;
  private static final Duration PROMISED = Duration.ofSeconds(5);
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  @Test
  void whoIsDemotedDisabledDeletedOrSignedOutCannotBuyAfterFiveSeconds(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("Encore permis ?", 100_000, 0);
    Buyer admin = people.admin();
    Map<String, End> ends =
        Map.of(
            "demoted",
                member ->
                    admin.api().send("PATCH", path(member), Map.of("role", "Basic")).expect(200),
            "disabled",
                member ->
                    admin.api().send("PATCH", path(member), Map.of("disabled", true)).expect(200),
            "deleted", member -> admin.api().send("DELETE", path(member), null).expect(204),
            "signed out",
                member ->
                    people
                        .door()
                        .post("/api/auth/logout", Map.of("refreshToken", member.refreshToken()))
                        .expect(204));
    List<Callable<Duration>> tasks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    ends.forEach((name, end) -> {
      for (int i = 0; i < ACCOUNTS_EACH; i++) {
        Member member = member(people);
        names.add(name);
        tasks.add(() -> endAndMeasure(people, member, show, end));
      }
    });

    List<Duration> took = Crowd.atOnce(tasks);

    Duration most = took.stream().max(Duration::compareTo).orElseThrow();
    System.out.println(
        "revocation: " + took.size() + " accounts, slowest " + most.toMillis() + " ms");
    for (int i = 0; i < took.size(); i++) {
      assertThat(took.get(i)).as(names.get(i)).isLessThan(PROMISED);
    }
  }

  @Test
  void aNewRoleIsThereAfterTheNextSignInAtOnce(Stack stack) {
    People people = new People(stack);
    String email = people.register("Bientôt organisateur");
    Buyer before = people.signIn(email);
    before.api().post("/api/events", Show.draft("Pas encore", 5, 0)).expect(403);
    people
        .admin()
        .api()
        .send("PATCH", "/api/auth/accounts/" + before.accountId(), Map.of("role", "EventCreator"))
        .expect(200);
    people.signIn(email).api().post("/api/events", Show.draft("Maintenant", 5, 0)).expect(201);
  }

  @Test
  void theIdOfARoleChangeIsInTheLogsOfLbAuthAndWebd(Stack stack) {
    People people = new People(stack);
    Buyer member = people.registered("Suivi");
    Answer change =
        people
            .admin()
            .api()
            .send("PATCH", "/api/auth/accounts/" + member.accountId(), Map.of("role", "Basic"))
            .expect(200);
    String id = change.requestId();
    assertThat(id).matches("[0-9a-f]{32}");
    for (Part part : List.of(Part.LB, Part.AUTH, Part.WEBD)) {
      Until.holds(
          id + " in the log of " + part, WAIT_MAX, () -> !new Logs(stack, part).of(id).isEmpty());
    }
  }

  @Test
  void theIdOfARefusalIsInTheAnswerAndInTheLogs(Stack stack) {
    Answer refused = new People(stack).door().get("/api/orders").expect(401);
    String id = refused.requestId();
    assertThat(refused.text("/instance")).contains(id);
    for (Part part : List.of(Part.LB, Part.WEBD)) {
      Until.holds(
          id + " in the log of " + part, WAIT_MAX, () -> !new Logs(stack, part).of(id).isEmpty());
    }
    JsonNode line = new Logs(stack, Part.WEBD).of(id).getFirst();
    assertThat(line.path("status").asInt()).isEqualTo(401);
    assertThat(line.path("route").asText()).isEqualTo("/api/orders");
  }

  /// From auth's answer until webd refuses the token that was good a moment ago.
  private static Duration endAndMeasure(People people, Member member, Show show, End end) {
    member.buyer().order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);
    end.of(member);
    long endedAt = System.nanoTime();
    people.door().post("/api/auth/refresh", Map.of("refreshToken", member.refreshToken()));
    Until.holds(
        "webd refuses",
        WAIT_MAX,
        Duration.ofMillis(100),
        () -> {
          Answer answer = member.buyer().order(show.id(), show.type(0), 1, Buyer.newKey());
          assertThat(answer.status()).isIn(201, 401);
          return answer.status() == 401;
        });
    return Duration.ofNanos(System.nanoTime() - endedAt);
  }

  private static Member member(People people) {
    Answer session = people.session(people.register("Membre"));
    return new Member(
        Buyer.of(people.door(), session.text("/accessToken")), session.text("/refreshToken"));
  }

  private static String path(Member member) {
    return "/api/auth/accounts/" + member.buyer().accountId();
  }

  private interface End {
    Answer of(Member member);
  }

  private record Member(Buyer buyer, String refreshToken) {}
}
