package org.billetterie.auth.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.PASSWORD;
import static org.billetterie.auth.support.Api.bearer;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.login;
import static org.billetterie.auth.support.Api.refresh;
import static org.billetterie.auth.support.Api.statusOfMe;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestHouse.class)
class MeResourceTest {
  private static final String NEW_PASSWORD = "un autre mot de passe";

  @Test
  void tellsWhoIsSignedIn() {
    Api.SignedIn camille = Api.newcomer();

    bearer(camille.accessToken(), null)
        .get("/api/auth/me")
        .then()
        .statusCode(200)
        .body("id", equalTo(camille.id()))
        .body("name", equalTo("Camille Martin"));
    json(null).get("/api/auth/me").then().statusCode(401);
  }

  @Test
  void refusesTwoIdentitiesAtOnce() {
    Api.SignedIn camille = Api.newcomer();

    bearer(camille.accessToken(), null)
        .cookie("billetterie_at", camille.accessToken())
        .get("/api/auth/me")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems#both-credentials"));
  }

  @Test
  void changesThePasswordAndEndsAllOtherSessions() {
    String email = Api.register();
    Api.SignedIn here = Api.signIn(email, PASSWORD);
    Api.SignedIn there = Api.signIn(email, PASSWORD);

    bearer(here.accessToken(), Map.of("currentPassword", PASSWORD, "newPassword", NEW_PASSWORD))
        .post("/api/auth/password")
        .then()
        .statusCode(204);

    assertThat(statusOfMe(here.accessToken())).isEqualTo(200);
    assertThat(statusOfMe(there.accessToken())).isEqualTo(401);
    assertThat(refresh(there.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(refresh(here.refreshToken()).statusCode()).isEqualTo(200);
    assertThat(login(email, PASSWORD, "bearer").statusCode()).isEqualTo(401);
    assertThat(login(email, NEW_PASSWORD, "bearer").statusCode()).isEqualTo(200);
  }

  @Test
  void asksForTheCurrentPasswordAndAGoodNewOne() {
    Api.SignedIn camille = Api.newcomer();

    bearer(
            camille.accessToken(),
            Map.of("currentPassword", "wrong password", "newPassword", NEW_PASSWORD))
        .post("/api/auth/password")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/currentPassword"))
        .body("errors[0].detail", equalTo("This is not the current password."));
    bearer(camille.accessToken(), Map.of("currentPassword", PASSWORD, "newPassword", "court"))
        .post("/api/auth/password")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/newPassword"))
        .body("errors[0].code", equalTo("length"));
    bearer(camille.accessToken(), Map.of("newPassword", NEW_PASSWORD))
        .post("/api/auth/password")
        .then()
        .statusCode(422);
  }

  @Test
  void changesNothingForAnotherSite() {
    String cookie = login(Api.register(), PASSWORD, "cookie").cookie("billetterie_at");

    json(Map.of("currentPassword", PASSWORD, "newPassword", NEW_PASSWORD))
        .cookie("billetterie_at", cookie)
        .post("/api/auth/password")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems#csrf"));
  }
}
