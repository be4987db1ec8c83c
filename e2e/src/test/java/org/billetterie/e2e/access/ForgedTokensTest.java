package org.billetterie.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Forged and wrong tokens at every route that asks for one, of both services. Most are signed with
/// the house's own key and wrong in one thing only.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensTest {
  private static final int CASES_MIN = 60;

  private Stack stack;
  private Cast cast;
  private Forge forge;
  private String refreshToken;
  private List<Call> protectedCalls;

  @BeforeAll
  void forge(Stack shared) {
    stack = shared;
    cast = new Cast(shared);
    Answer session = new People(shared).session(cast.accounts().make("Admin").email());
    forge = new Forge(HouseKey.of(shared), session.text("/accessToken"));
    refreshToken = session.text("/refreshToken");
    protectedCalls =
        AccessTable.read().rows().entrySet().stream()
            .filter(row -> row.getValue().get(Who.ANONYMOUS) == 401)
            .map(row -> Calls.of(row.getKey(), cast))
            .toList();
  }

  @Test
  void areRefusedAtEveryProtectedRoute() {
    Map<String, String> forged = ForgedTokens.all(forge, refreshToken);
    List<String> wrong = new ArrayList<>();

    assertThat(forged).hasSizeGreaterThan(CASES_MIN);
    new Databases(stack)
        .assertUnchanged(
            "a forged token",
            () -> {
              forged.forEach((name, value) -> {
                Api forger = new Api(stack.url(), "Authorization", value);
                for (Call call : protectedCalls) {
                  refused(name, call, call.by(forger), wrong);
                }
              });
              assertThat(wrong).isEmpty();
            });
    System.out.printf("%d wrong tokens at %d routes%n", forged.size(), protectedCalls.size());
  }

  @Test
  void areRefusedInTheCookieToo() {
    List<String> wrong = new ArrayList<>();
    Map<String, String> forged = ForgedTokens.all(forge, refreshToken);
    forged.values().removeIf(value -> !value.matches("Bearer [A-Za-z0-9._-]+"));

    new Databases(stack)
        .assertUnchanged(
            "a forged cookie",
            () -> {
              forged.forEach((name, value) -> {
                String cookie = "billetterie_at=" + value.substring("Bearer ".length());
                Api forger = new Api(stack.url(), "Cookie", cookie, "X-Billetterie", "1");
                for (Call call : protectedCalls.subList(0, 3)) {
                  refused("cookie: " + name, call, call.by(forger), wrong);
                }
              });
              assertThat(wrong).isEmpty();
            });
  }

  @Test
  void bothCredentialsAtOnceAreRefused() {
    Api both =
        new Api(
            stack.url(),
            "Authorization",
            "Bearer " + forge.genuine(),
            "Cookie",
            "billetterie_at=" + forge.genuine(),
            "X-Billetterie",
            "1");

    new Databases(stack)
        .assertUnchanged(
            "two credentials",
            () -> protectedCalls.forEach(call -> call.by(both).expect(400, "both-credentials")));
  }

  /// lb takes no header of more than 8 kB.
  @Test
  void aTokenOfTenKilobytesDoesNotPassTheDoor() {
    Api forger = new Api(stack.url(), "Authorization", "Bearer " + "x".repeat(10_000));

    new Databases(stack)
        .assertUnchanged(
            "a token of 10 kB",
            () -> protectedCalls.forEach(call -> call.by(forger).expect(400, "malformed")));
  }

  /// Signed with the same key, by the same means, for another session: it passes. So the cases fail
  /// for their own reasons.
  @Test
  void aTokenWithNothingWrongPasses() {
    String control =
        forge.sign(forge.header(), forge.claims("sid", Forge.quoted(UUID.randomUUID().toString())));
    Api api = new Api(stack.url(), "Authorization", "Bearer " + control);

    assertThat(api.get("/api/orders").status()).isEqualTo(200);
    assertThat(api.get("/api/auth/me").status()).isIn(200, 401);
  }

  private static void refused(String name, Call call, Answer answer, List<String> wrong) {
    boolean right =
        answer.status() == 401
            && List.of("unauthenticated", "session-ended").contains(answer.problem());
    if (!right) {
      wrong.add(name + " at " + call.method() + " " + call.path() + ": " + answer);
    }
  }
}
