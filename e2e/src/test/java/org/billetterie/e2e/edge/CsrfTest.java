package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.billetterie.e2e.access.Call;
import org.billetterie.e2e.access.Calls;
import org.billetterie.e2e.access.Cast;
import org.billetterie.e2e.access.Databases;
import org.billetterie.e2e.access.Route;
import org.billetterie.e2e.access.Routes;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What another site can make a signed-in browser send is refused, and asking never changes
/// anything.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CsrfTest {
  /// Whoever calls these is known by what the body says, or not at all.
  private static final List<String> OF_NO_SESSION =
      List.of(
          "/api/auth/register",
          "/api/auth/login",
          "/api/auth/recovery",
          "/api/auth/recovery/check");

  private Stack stack;
  private Cast cast;
  private Databases databases;
  private String cookies;

  @BeforeAll
  void signIn(Stack shared) {
    stack = shared;
    cast = new Cast(shared);
    databases = new Databases(shared);
    Map<String, String> login =
        Map.of(
            "email", cast.accounts().make("Admin").email(), "password", cast.accounts().password());
    Answer answer = new Api(shared.url(), "X-Billetterie", "1").post("/api/auth/login", login);
    cookies =
        answer.expect(200).headers().allValues("set-cookie").stream()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .collect(Collectors.joining("; "));
    for (String cookie : cookies.split("; ")) {
      shared.canaries().add(cookie.substring(cookie.indexOf('=') + 1));
    }
  }

  @Test
  void everyChangeFromAnotherSiteIsRefused() {
    Map<String, Api> attacks = new LinkedHashMap<>();
    Api victim = new Api(stack.url(), "Cookie", cookies);
    Api ours = victim.with("X-Billetterie", "1");
    attacks.put("no header", victim);
    attacks.put("another header", victim.with("X-Billetterie", "0"));
    attacks.put("foreign origin", ours.with("Origin", "https://evil.example"));
    attacks.put("null origin", ours.with("Origin", "null"));
    attacks.put(
        "our origin over https", ours.with("Origin", "https://" + stack.url().getAuthority()));
    attacks.put("our name, other port", ours.with("Origin", "http://localhost:1"));
    attacks.put("cross-site", ours.with("Sec-Fetch-Site", "cross-site"));
    attacks.put("same-site", ours.with("Sec-Fetch-Site", "same-site"));
    List<String> wrong = new ArrayList<>();
    for (Call call : changes()) {
      databases.assertUnchanged(
          call.method() + " " + call.path(),
          () ->
              attacks.forEach((name, attacker) -> {
                Answer answer = call.by(attacker);
                if (answer.status() != 403 || !"csrf".equals(answer.problem())) {
                  wrong.add(name + ": " + call.method() + " " + call.path() + " " + answer);
                }
              }));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatAFormCanSendIsRefused() {
    List<String> types =
        List.of(
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain");
    Api ours = new Api(stack.url(), "Cookie", cookies, "X-Billetterie", "1");
    for (Call call : changes()) {
      if (call.body() == null) {
        continue;
      }
      databases.assertUnchanged(
          "a form to " + call.path(),
          () -> {
            for (String type : types) {
              Call form = new Call(call.method(), call.path(), call.body(), List.of());
              Answer answer = form.by(ours.with("Content-Type", type));
              assertThat(answer.status())
                  .as("%s to %s: %s", type, call.path(), answer)
                  .isEqualTo(415);
            }
          });
    }
  }

  /// Signing somebody in as somebody else is a change as well.
  @Test
  void signingInFromAnotherSiteIsRefused() {
    Map<String, String> login =
        Map.of(
            "email", cast.accounts().make("User").email(), "password", cast.accounts().password());

    databases.assertUnchanged(
        "signing in from elsewhere",
        () -> {
          new Api(stack.url()).post("/api/auth/login", login).expect(403, "csrf");
          new Api(stack.url(), "X-Billetterie", "1", "Origin", "https://evil.example")
              .post("/api/auth/login", login)
              .expect(403, "csrf");
        });
  }

  /// The same requests pass when our own page makes them: so each attack failed for its own reason.
  @Test
  void ourOwnPageIsBelieved() {
    Api page =
        new Api(
            stack.url(),
            "Cookie",
            cookies.split("; ")[0],
            "X-Billetterie",
            "1",
            "Origin",
            stack.url().toString(),
            "Sec-Fetch-Site",
            "same-origin");
    Call call = Calls.of(Route.parse("PATCH /api/auth/accounts/{id}"), cast);

    assertThat(call.by(page).status()).isEqualTo(200);
  }

  @Test
  void readingChangesNothing() {
    List<Call> reads =
        Routes.of(stack).stream().filter(Route::reads).map(route -> Calls.of(route, cast)).toList();
    Api victim = new Api(stack.url(), "Cookie", cookies);
    Api holder = cast.caller(org.billetterie.e2e.access.Who.HOLDER);

    databases.assertUnchanged(
        "reading",
        () -> {
          for (Call call : reads) {
            assertThat(call.by(victim).status()).as(call.path()).isIn(200, 404, 406);
            assertThat(call.by(holder).status()).as(call.path()).isIn(200, 403, 404, 406);
            victim.send("HEAD", call.path(), null);
            victim.send("OPTIONS", call.path(), null);
          }
        });
  }

  /// Every route that changes something and knows the caller by a cookie.
  private List<Call> changes() {
    return Routes.of(stack).stream()
        .filter(route -> !route.reads())
        .filter(route -> !OF_NO_SESSION.contains(route.path()))
        .map(route -> Calls.of(route, cast))
        .map(call -> isOfASession(call) ? withoutBody(call) : call)
        .toList();
  }

  private static boolean isOfASession(Call call) {
    return List.of("/api/auth/refresh", "/api/auth/logout").contains(call.path());
  }

  /// A browser's refresh token is in its cookie.
  private static Call withoutBody(Call call) {
    return new Call(call.method(), call.path(), null, call.headers());
  }
}
