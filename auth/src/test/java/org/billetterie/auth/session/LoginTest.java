package org.billetterie.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.PASSWORD;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.login;
import static org.billetterie.auth.support.Api.page;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(TestHouse.class)
class LoginTest {
  @Test
  void putsTheSessionIntoCookiesAndNoTokenIntoTheBody() {
    Response answer =
        page(Map.of("email", Api.register(), "password", PASSWORD)).post("/api/auth/login");

    answer
        .then()
        .statusCode(200)
        .body("account.role", equalTo("User"))
        .body("expiresIn", equalTo(900))
        .body("accessToken", nullValue())
        .body("refreshToken", nullValue());
    List<String> cookies = answer.headers().getValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    assertThat(cookies.get(0))
        .matches("billetterie_at=[^;]+; Path=/; Max-Age=900; HttpOnly; SameSite=Strict");
    assertThat(cookies.get(1))
        .matches(
            "billetterie_rt=[A-Za-z0-9_-]{43}; Path=/; Max-Age=2591999; HttpOnly; SameSite=Strict");
    page(null)
        .cookie("billetterie_at", answer.cookie("billetterie_at"))
        .get("/api/auth/me")
        .then()
        .statusCode(200);
  }

  @Test
  void givesTokensToPrograms() {
    String email = Api.register();

    json(Map.of("email", email.toUpperCase(), "password", PASSWORD, "session", "bearer"))
        .post("/api/auth/login")
        .then()
        .statusCode(200)
        .header("Set-Cookie", nullValue())
        .body("accessToken", notNullValue())
        .body("refreshToken", notNullValue())
        .body("expiresIn", equalTo(900));
  }

  @Test
  void asksCookieSignInsForProofThatOurPageSentThem() {
    Map<String, String> body = Map.of("email", Api.register(), "password", PASSWORD);

    json(body)
        .post("/api/auth/login")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems#csrf"));
    page(body)
        .header("Origin", "https://evil.example")
        .post("/api/auth/login")
        .then()
        .statusCode(403);
    page(body)
        .header("Sec-Fetch-Site", "cross-site")
        .post("/api/auth/login")
        .then()
        .statusCode(403);
    page(body)
        .header("Origin", "http://localhost:8080")
        .header("Sec-Fetch-Site", "same-origin")
        .post("/api/auth/login")
        .then()
        .statusCode(200);
  }

  static List<String> passwords() {
    return List.of(
        "not the password",
        "",
        "x".repeat(73),
        "nul\0inside",
        "🎭".repeat(64),
        "x".repeat(60_000),
        "half \uD83C of a character");
  }

  /// Status, headers and body are compared whole; only the request's own id may differ.
  @ParameterizedTest
  @MethodSource("passwords")
  void tellsNobodyWhoHasAnAccount(String password) {
    String known = Api.register();

    Response wrongPassword = login(known, password, "bearer");
    Response unknown = login(Api.newEmail(), password, "bearer");

    assertThat(wrongPassword.statusCode()).isEqualTo(401);
    assertThat(comparable(unknown)).isEqualTo(comparable(wrongPassword));
  }

  @Test
  void tellsNobodyWhoHasAnAccountWhenTheBodyIsTooLarge() throws Exception {
    String password = "x".repeat(1_000_000);

    assertThat(statusBeforeTheBody(Api.register(), password)).isEqualTo(413);
    assertThat(statusBeforeTheBody(Api.newEmail(), password)).isEqualTo(413);
  }

  @Test
  void asksForBothFields() {
    json(Map.of("session", "bearer")).post("/api/auth/login").then().statusCode(422);
    json(Map.of("email", "a@test.example", "password", "x", "session", "token"))
        .post("/api/auth/login")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/session"));
  }

  @Test
  void tellsOnlyTheOwnerThatAnAccountIsDisabled() {
    String email = Api.register();
    Api.SignedIn owner = Api.signIn(email, PASSWORD);
    Api.bearer(Api.admin().accessToken(), Map.of("disabled", true))
        .patch("/api/auth/accounts/" + owner.id())
        .then()
        .statusCode(200);

    login(email, PASSWORD, "bearer")
        .then()
        .statusCode(401)
        .body("type", equalTo("/problems#account-disabled"));
    login(email, "wrong password", "bearer")
        .then()
        .statusCode(401)
        .body("type", equalTo("/problems#bad-credentials"));
  }

  /// Sends the head alone and the body only when asked: auth closes the connection on a body that
  /// it refuses, and a client still writing would see the closing instead of the answer.
  private static int statusBeforeTheBody(String email, String password) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/auth/login"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("X-Billetterie", "1")
            .expectContinue(true)
            .POST(
                BodyPublishers.ofString(
                    "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String comparable(Response answer) {
    Map<String, String> headers =
        answer.headers().asList().stream()
            .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
            .collect(
                Collectors.toMap(
                    header -> header.getName(),
                    header -> header.getValue(),
                    (a, b) -> a + b,
                    TreeMap::new));
    String id = answer.header("X-Request-Id");
    return answer.statusCode() + " " + headers + " " + answer.asString().replace(id, "ID");
  }
}
