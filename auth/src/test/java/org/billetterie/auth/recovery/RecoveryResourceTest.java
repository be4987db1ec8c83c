package org.billetterie.auth.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.billetterie.auth.support.Api.PASSWORD;
import static org.billetterie.auth.support.Api.bearer;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.login;
import static org.billetterie.auth.support.Api.refresh;
import static org.billetterie.auth.support.Api.statusOfMe;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestClock;
import org.billetterie.auth.support.TestHouse;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestHouse.class)
class RecoveryResourceTest {
  private static final String NEXT = "un tout autre mot de passe";

  @Inject TestClock clock;
  @Inject Database database;
  @Inject RecoveryLinks links;

  private String admin;
  private String email;
  private String id;

  @BeforeEach
  void forget() {
    admin = Api.admin().accessToken();
    email = Api.register();
    id = Api.signIn(email, PASSWORD).id();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aLinkSetsThePasswordOnceAndEndsAllSessions() {
    Api.SignedIn before = Api.signIn(email, PASSWORD);
    String token = offer();
    check(token).then().statusCode(200).body("email", equalTo(email));

    Response set = use(token, NEXT);
    set.then().statusCode(204);
    assertThat(set.headers().hasHeaderWithName("Set-Cookie")).as("signs nobody in").isFalse();
    assertThat(statusOfMe(before.accessToken())).isEqualTo(401);
    assertThat(refresh(before.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(login(email, PASSWORD, "bearer").statusCode()).isEqualTo(401);
    assertThat(login(email, NEXT, "bearer").statusCode()).isEqualTo(200);

    assertEnded(token);
    assertThat(login(email, NEXT, "bearer").statusCode()).isEqualTo(200);
  }

  /// Both found the link good; the one that writes second is refused.
  @Test
  void ofTwoAtTheSameMomentOneUsesIt() {
    String token = offer();
    RecoveryLinks.Usable first = links.find(token, Purpose.PASSWORD);
    RecoveryLinks.Usable second = links.find(token, Purpose.PASSWORD);

    database.write(handle -> {
      links.use(handle, first);
      return null;
    });
    assertThatThrownBy(() ->
            database.write(handle -> {
              links.use(handle, second);
              return null;
            }))
        .isInstanceOf(Problem.class)
        .hasMessage("recovery-link-ended");
  }

  @Test
  void whatCannotBeAPasswordLeavesTheLinkGood() {
    String token = offer();

    use(token, "court").then().statusCode(422).body("errors[0].pointer", equalTo("/newPassword"));
    use(token, NEXT).then().statusCode(204);
  }

  @Test
  void aLinkLastsADay() {
    String token = offer();
    clock.forward(Duration.ofHours(24).minusMinutes(1));
    assertThat(check(token).statusCode()).isEqualTo(200);

    clock.forward(Duration.ofMinutes(2));
    assertEnded(token);
  }

  @Test
  void aNewerLinkEndsTheOlderOne() {
    String older = offer();
    String newer = offer();

    assertEnded(older);
    assertThat(check(newer).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherPasswordEndsTheLink() {
    String token = offer();
    bearer(
            Api.signIn(email, PASSWORD).accessToken(),
            Map.of("currentPassword", PASSWORD, "newPassword", NEXT))
        .post("/api/auth/password")
        .then()
        .statusCode(204);

    assertEnded(token);
  }

  @Test
  void aClosedAccountHasNoLink() {
    String token = offer();
    bearer(admin, Map.of("disabled", true)).patch("/api/auth/accounts/" + id);
    assertEnded(token);
    assertEnded(offer());
  }

  @Test
  void nonsenseIsALinkThatHasEnded() {
    for (String token : List.of("", "x", offer() + "x", "é".repeat(5_000))) {
      assertEnded(token);
    }
  }

  @Test
  void onlyTheHashIsKept() {
    String token = offer();
    List<String> kept =
        database.read(handle ->
            handle
                .createQuery("SELECT hash FROM recovery_link WHERE account_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());

    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(kept).hasSize(1).noneMatch(hash -> hash.contains(token));
  }

  private String offer() {
    String url =
        bearer(admin, null)
            .post("/api/auth/accounts/" + id + "/recovery")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    assertThat(url).startsWith("http://localhost:8080/recover#");
    return url.substring(url.indexOf('#') + 1);
  }

  private static Response check(String token) {
    return json(Map.of("token", token)).post("/api/auth/recovery/check");
  }

  private static Response use(String token, String password) {
    return json(Map.of("token", token, "newPassword", password)).post("/api/auth/recovery");
  }

  private static void assertEnded(String token) {
    for (Response answer : List.of(check(token), use(token, "encore un autre"))) {
      answer.then().statusCode(410).body("type", equalTo("/problems#recovery-link-ended"));
    }
  }
}
