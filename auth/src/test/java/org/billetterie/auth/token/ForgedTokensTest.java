package org.billetterie.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestHouse.class)
class ForgedTokensTest {
  @Inject SigningKeys keys;

  @Test
  void areRefusedAtEveryProtectedRoute() {
    Api.SignedIn camille = Api.newcomer();
    SigningKey key = keys.current();
    Map<String, String> forged =
        ForgedTokens.all(
            key.id(),
            key.publicKey(),
            key.privateKey(),
            camille.accessToken(),
            camille.refreshToken());

    assertThat(forged).hasSizeGreaterThan(60);
    forged.forEach((name, token) -> {
      for (String path : new String[] {"/api/auth/me", "/api/auth/accounts"}) {
        Response answer = json(null).header("Authorization", "Bearer " + token).get(path);
        assertThat(answer.statusCode()).as("%s at %s", name, path).isEqualTo(401);
        assertThat(answer.contentType()).as(name).isEqualTo("application/problem+json");
      }
    });
    assertThat(Api.statusOfMe(camille.accessToken())).isEqualTo(200);
  }

  @Test
  void failForTheirOwnReasons() {
    SigningKey key = keys.current();
    String control =
        ForgedTokens.control(
            key.id(), key.publicKey(), key.privateKey(), Api.newcomer().accessToken());

    assertThat(Api.statusOfMe(control)).isEqualTo(200);
  }
}
