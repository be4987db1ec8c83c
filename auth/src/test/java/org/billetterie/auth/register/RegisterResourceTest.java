package org.billetterie.auth.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.PASSWORD;
import static org.billetterie.auth.support.Api.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestHouse.class)
class RegisterResourceTest {
  @Test
  void makesAUser() {
    String email = Api.newEmail();

    json(Map.of("email", email, "password", PASSWORD, "name", "  Hélène  ", "locale", "en"))
        .post("/api/auth/register")
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("account.email", equalTo(email))
        .body("account.name", equalTo("Hélène"))
        .body("account.role", equalTo("User"))
        .body("account.roleVersion", equalTo(1))
        .body("account.disabled", equalTo(false))
        .body("account.locale", equalTo("en"))
        .body(not(containsString(PASSWORD)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "id", "roleVersion", "disabled", "isAdmin"})
  void letsNobodyChooseARoleOrAnythingElse(String field) {
    String email = Api.newEmail();

    json(Map.of("email", email, "password", PASSWORD, "name", "X", field, "Admin"))
        .post("/api/auth/register")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems#invalid-fields"))
        .body("errors.pointer", contains("/" + field))
        .body("errors.code", contains("unknown-field"));
    assertThat(Api.login(email, PASSWORD, "bearer").statusCode()).isEqualTo(401);
  }

  @Test
  void saysThatAnAddressIsTakenInAnyCase() {
    String email = Api.register();

    json(Map.of("email", email.toUpperCase(), "password", PASSWORD, "name", "X"))
        .post("/api/auth/register")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems#email-taken"))
        .body("title", equalTo("Address already in use"));
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    json(Map.of("email", "nobody", "password", "court", "name", " ", "locale", "de"))
        .post("/api/auth/register")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/email", "/password", "/name", "/locale"));
    json(Map.of())
        .post("/api/auth/register")
        .then()
        .statusCode(422)
        .body("errors.code", contains("required", "required", "required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"a@test.example\",\"email\":\"b@test.example\"}",
        "{\"email\":",
        "[]",
        "\"text\"",
        "{} {}"
      })
  void refusesWhatIsNotOneObject(String body) {
    json(body).post("/api/auth/register").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"email\":1}", "{\"name\":true}", "{\"name\":[]}", "{\"name\":{}}"})
  void refusesOtherTypes(String body) {
    json(body).post("/api/auth/register").then().statusCode(422);
  }

  @Test
  void asksForJson() {
    json(null)
        .contentType("application/x-www-form-urlencoded")
        .body("email=a%40test.example")
        .post("/api/auth/register")
        .then()
        .statusCode(415);
  }

  /// Eight at once ask for the same address: the database lets one have it.
  @Test
  void givesAnAddressToOneOnly() throws Exception {
    Map<String, String> body =
        Map.of("email", Api.newEmail(), "password", PASSWORD, "name", "Camille");
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  n -> threads.submit(() -> json(body).post("/api/auth/register").statusCode()))
              .toList();
      int made = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(201, 409);
        made += answer.get() == 201 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }
}
