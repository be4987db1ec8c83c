package org.billetterie.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.PASSWORD;
import static org.billetterie.auth.support.Api.bearer;
import static org.billetterie.auth.support.Api.refresh;
import static org.billetterie.auth.support.Api.statusOfMe;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestHouse.class)
class AccountsResourceTest {
  private String admin;

  @BeforeEach
  void signIn() {
    admin = Api.admin().accessToken();
  }

  @Test
  void isForAdminsOnly() {
    Api.SignedIn user = Api.newcomer();
    String other = "/api/auth/accounts/" + Api.newcomer().id();

    assertThat(Api.json(null).get("/api/auth/accounts").statusCode()).isEqualTo(401);
    for (String path : List.of("/api/auth/accounts", other, "/api/auth/accounts/" + user.id())) {
      assertThat(bearer(user.accessToken(), null).get(path).statusCode()).isEqualTo(403);
    }
    assertThat(
            bearer(user.accessToken(), Map.of("role", "Admin"))
                .patch("/api/auth/accounts/" + user.id())
                .statusCode())
        .isEqualTo(403);
    assertThat(bearer(user.accessToken(), null).delete(other).statusCode()).isEqualTo(403);
    assertThat(statusOfMe(user.accessToken())).isEqualTo(200);
  }

  @Test
  void findsPeopleWithoutRegardToCaseAndAccents() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    String email = "rene-" + mark + "@test.example";
    create(Map.of("email", email, "name", "René Cœur " + mark, "role", "User"));

    for (String asked : List.of("RENE COEUR " + mark, "rené cœur " + mark, email.toUpperCase())) {
      bearer(admin, null)
          .queryParam("q", asked)
          .get("/api/auth/accounts")
          .then()
          .statusCode(200)
          .body("items.email", contains(email))
          .body("next", nullValue());
    }
    bearer(admin, null)
        .queryParam("q", "%" + mark)
        .get("/api/auth/accounts")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void givesEachAccountOncePageByPage() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    for (int n = 0; n < 5; n++) {
      create(Map.of("email", Api.newEmail(), "name", "Page " + mark + " " + n, "role", "Basic"));
    }
    List<String> names = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page =
          bearer(admin, null)
              .queryParam("q", mark)
              .queryParam("limit", 2)
              .queryParam("cursor", cursor)
              .get("/api/auth/accounts");
      names.addAll(page.path("items.name"));
      cursor = page.path("next");
    }
    assertThat(names)
        .containsExactly(
            "Page " + mark + " 4",
            "Page " + mark + " 3",
            "Page " + mark + " 2",
            "Page " + mark + " 1",
            "Page " + mark + " 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=-1"})
  void boundsThePage(String query) {
    assertThat(bearer(admin, null).get("/api/auth/accounts?" + query).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=x", "cursor=%25", "limit=99999999999"})
  void neverFailsOnNonsense(String query) {
    assertThat(bearer(admin, null).get("/api/auth/accounts?" + query).statusCode())
        .isBetween(400, 422);
  }

  @Test
  void makesAnAccountWithARandomPasswordShownOnce() {
    String email = Api.newEmail();

    Response created = create(Map.of("email", email, "name", "Organe", "role", "EventCreator"));

    created
        .then()
        .header("Location", endsWith("/api/auth/accounts/" + created.path("account.id")))
        .body("account.role", equalTo("EventCreator"))
        .body("password", notNullValue());
    assertThat(Api.login(email, created.path("password"), "bearer").statusCode()).isEqualTo(200);
    bearer(admin, null)
        .get("/api/auth/accounts/" + created.path("account.id"))
        .then()
        .statusCode(200)
        .body("password", nullValue())
        .body("passwordHash", nullValue());
  }

  @Test
  void namesWhatIsWrongWithANewAccount() {
    bearer(admin, Map.of("email", "x", "role", "Roi"))
        .post("/api/auth/accounts")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/role"));
    bearer(admin, Map.of("email", "x", "password", "x"))
        .post("/api/auth/accounts")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/email", "/name", "/password", "/role"));
  }

  @Test
  void bringsANewRoleIntoForceAtOnce() {
    Api.SignedIn camille = Api.newcomer();
    long before = Api.feedEnd();

    Response changed = change(camille.id(), Map.of("role", "EventCreator"));

    changed
        .then()
        .statusCode(200)
        .body("role", equalTo("EventCreator"))
        .body("roleVersion", equalTo(2));
    bearer(camille.accessToken(), null)
        .get("/api/auth/me")
        .then()
        .statusCode(401)
        .body("type", equalTo("/problems#session-ended"));
    Response refreshed = refresh(camille.refreshToken());
    refreshed.then().statusCode(200).body("account.role", equalTo("EventCreator"));
    assertThat(statusOfMe(refreshed.path("accessToken"))).isEqualTo(200);
    assertThat(Api.feedAfter(before))
        .singleElement()
        .satisfies(line -> {
          assertThat(line).containsEntry("role", "EventCreator").containsEntry("roleVersion", 2);
          assertThat(line).containsEntry("requestId", changed.header("X-Request-Id"));
        });
  }

  @Test
  void changesNothingWhenNothingChanges() {
    Api.SignedIn camille = Api.newcomer();
    long before = Api.feedEnd();

    change(camille.id(), Map.of("role", "User", "disabled", false)).then().statusCode(200);

    assertThat(Api.feedAfter(before)).isEmpty();
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(200);
  }

  @Test
  void endsEverythingOfADisabledAccount() {
    String email = Api.register();
    Api.SignedIn camille = Api.signIn(email, PASSWORD);

    change(camille.id(), Map.of("disabled", true)).then().statusCode(200);
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(401);
    assertThat(refresh(camille.refreshToken()).statusCode()).isEqualTo(401);

    change(camille.id(), Map.of("disabled", false)).then().statusCode(200);
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(401);
    assertThat(refresh(camille.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(Api.login(email, PASSWORD, "bearer").statusCode()).isEqualTo(200);
  }

  @Test
  void deletesAnAccountAndForgetsThePersonInTheFeed() {
    String email = Api.register();
    Api.SignedIn camille = Api.signIn(email, PASSWORD);

    assertThat(bearer(admin, null).delete("/api/auth/accounts/" + camille.id()).statusCode())
        .isEqualTo(204);

    assertThat(statusOfMe(camille.accessToken())).isEqualTo(401);
    assertThat(refresh(camille.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(Api.login(email, PASSWORD, "bearer").statusCode()).isEqualTo(401);
    assertThat(bearer(admin, null).get("/api/auth/accounts/" + camille.id()).statusCode())
        .isEqualTo(404);
    assertThat(Api.feedAfter(0))
        .filteredOn(line -> camille.id().equals(line.get("accountId")))
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> {
          assertThat(line.get("email")).isNull();
          assertThat(line.get("name")).isNull();
        })
        .last()
        .satisfies(line -> {
          assertThat(line.get("deletedAt")).asString().endsWith("Z");
          assertThat((List<?>) line.get("endedSessions")).hasSize(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "01900000-0000-7000-8000-0000000000ff", "%00", "..%2f"})
  void knowsNoOtherAccounts(String id) {
    assertThat(
            bearer(admin, null)
                .urlEncodingEnabled(false)
                .get("/api/auth/accounts/" + id)
                .statusCode())
        .isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"role\":\"admin\"}", "{\"role\":3}", "{\"disabled\":\"true\"}", "{\"x\":1}"})
  void refusesOtherChanges(String body) {
    Api.SignedIn camille = Api.newcomer();

    assertThat(change(camille.id(), body).statusCode()).isEqualTo(422);
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(200);
  }

  private Response create(Object body) {
    Response created = bearer(admin, body).post("/api/auth/accounts");
    assertThat(created.statusCode()).isEqualTo(201);
    return created;
  }

  private Response change(String id, Object body) {
    return bearer(admin, body).patch("/api/auth/accounts/" + id);
  }
}
