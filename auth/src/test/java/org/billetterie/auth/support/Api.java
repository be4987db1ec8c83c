package org.billetterie.auth.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the tests say to auth, in the words of its contract.
public final class Api {
  public static final String PASSWORD = "motdepasse de test";

  private Api() {}

  /// A JSON request in English; `null` sends no body.
  public static RequestSpecification json(Object body) {
    RequestSpecification request = given().header("Accept-Language", "en");
    return body == null
        ? request.noContentType()
        : request.contentType(ContentType.JSON).body(body);
  }

  /// As [#json], with the proof that our own page sends it.
  public static RequestSpecification page(Object body) {
    return json(body).header("X-Billetterie", "1");
  }

  public static RequestSpecification bearer(String accessToken, Object body) {
    return json(body).header("Authorization", "Bearer " + accessToken);
  }

  public static RequestSpecification inside(Object body) {
    return json(body).header("X-Hop-Secret", TestHouse.HOP_SECRET);
  }

  public static String newEmail() {
    return "p-" + UUID.randomUUID() + "@test.example";
  }

  /// A new account with [#PASSWORD].
  public static String register() {
    String email = newEmail();
    json(Map.of("email", email, "password", PASSWORD, "name", "Camille Martin"))
        .post("/api/auth/register")
        .then()
        .statusCode(201);
    return email;
  }

  public static Response login(String email, String password, String session) {
    return page(Map.of("email", email, "password", password, "session", session))
        .post("/api/auth/login");
  }

  /// Signs in as a program does.
  public static SignedIn signIn(String email, String password) {
    Response answer = login(email, password, "bearer");
    answer.then().statusCode(200);
    return new SignedIn(
        answer.path("account.id"), answer.path("accessToken"), answer.path("refreshToken"));
  }

  /// A new account, signed in.
  public static SignedIn newcomer() {
    return signIn(register(), PASSWORD);
  }

  public static SignedIn admin() {
    return signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
  }

  /// Another Admin, made by the first.
  public static SignedIn newAdmin() {
    String email = newEmail();
    bearer(
            admin().accessToken,
            Map.of("email", email, "name", "Autre", "role", "Admin", "password", PASSWORD))
        .post("/api/auth/accounts")
        .then()
        .statusCode(201);
    return signIn(email, PASSWORD);
  }

  public static Response refresh(String refreshToken) {
    return json(Map.of("refreshToken", refreshToken)).post("/api/auth/refresh");
  }

  public static int statusOfMe(String accessToken) {
    return bearer(accessToken, null).get("/api/auth/me").statusCode();
  }

  /// The newest number of the feed.
  public static long feedEnd() {
    return inside(null).get("/internal/accounts?limit=1").jsonPath().getLong("last");
  }

  public static List<Map<String, Object>> feedAfter(long number) {
    return inside(null).get("/internal/accounts?limit=1000&after=" + number).path("items");
  }

  /// @param id of the account
  public record SignedIn(String id, String accessToken, String refreshToken) {}
}
