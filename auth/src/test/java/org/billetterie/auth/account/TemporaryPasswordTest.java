package org.billetterie.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.PASSWORD;
import static org.billetterie.auth.support.Api.bearer;
import static org.billetterie.auth.support.Api.inside;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.login;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;

/// Who signs in with a password that a machine made is told so, and is never held up by it.
@QuarkusTest
@WithTestResource(TestHouse.class)
class TemporaryPasswordTest {
  private static final String OWN = "un mot de passe à moi";

  /// The first Admin of this house was made from ADMIN_PASSWORD_FILE.
  @Test
  void whoChoseAPasswordIsNotAskedForAnother() {
    assertThat(temporary(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD)).isFalse();
    assertThat(temporary(Api.register(), PASSWORD)).isFalse();
  }

  @Test
  void aPasswordThatAMachineMadeIsTemporaryUntilItsOwnerChoosesOne() {
    String email = Api.newEmail();
    String made =
        bearer(
                Api.admin().accessToken(),
                Map.of("email", email, "name", "Lou", "role", "EventCreator"))
            .post("/api/auth/accounts")
            .path("password");

    assertThat(temporary(email, made)).isTrue();
    String token = Api.signIn(email, made).accessToken();
    bearer(token, null).get("/api/auth/me").then().statusCode(200);
    bearer(token, Map.of("currentPassword", made, "newPassword", OWN))
        .post("/api/auth/password")
        .then()
        .statusCode(204);
    assertThat(temporary(email, OWN)).isFalse();
  }

  @Test
  void aPasswordFromTheMachinesCommandIsTemporaryAndOneSetByALinkIsNot() {
    String email = Api.register();
    String id = Api.signIn(email, PASSWORD).id();
    String made =
        inside(Map.of("email", email)).post("/internal/admin/reset-password").path("password");
    assertThat(temporary(email, made)).isTrue();

    String url =
        bearer(Api.admin().accessToken(), null)
            .post("/api/auth/accounts/" + id + "/recovery")
            .path("url");
    json(Map.of("token", url.substring(url.indexOf('#') + 1), "newPassword", OWN))
        .post("/api/auth/recovery")
        .then()
        .statusCode(204);
    assertThat(temporary(email, OWN)).isFalse();
  }

  private static boolean temporary(String email, String password) {
    return login(email, password, "bearer")
        .then()
        .statusCode(200)
        .extract()
        .path("account.passwordTemporary");
  }
}
