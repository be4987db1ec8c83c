package org.billetterie.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.page;
import static org.billetterie.auth.support.Api.refresh;
import static org.billetterie.auth.support.Api.statusOfMe;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestHouse.class)
class LogoutTest {
  @Test
  void endsTheSessionAtOnceAndTellsTheFeed() {
    Api.SignedIn camille = Api.newcomer();
    long before = Api.feedEnd();

    Response answer = json(Map.of("refreshToken", camille.refreshToken())).post("/api/auth/logout");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(401);
    assertThat(refresh(camille.refreshToken()).statusCode()).isEqualTo(401);
    assertThat(Api.feedAfter(before))
        .singleElement()
        .satisfies(line -> {
          assertThat(line).containsEntry("accountId", camille.id());
          assertThat(line).containsEntry("requestId", answer.header("X-Request-Id"));
          assertThat((List<?>) line.get("endedSessions")).hasSize(1);
        });
    assertThat(
            json(Map.of("refreshToken", camille.refreshToken()))
                .post("/api/auth/logout")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void leavesOtherSessionsAlone() {
    String email = Api.register();
    Api.SignedIn here = Api.signIn(email, Api.PASSWORD);
    Api.SignedIn there = Api.signIn(email, Api.PASSWORD);

    json(Map.of("refreshToken", here.refreshToken())).post("/api/auth/logout");

    assertThat(statusOfMe(there.accessToken())).isEqualTo(200);
  }

  @Test
  void takesTheAccessTokenAsWell() {
    Api.SignedIn camille = Api.newcomer();

    assertThat(Api.bearer(camille.accessToken(), null).post("/api/auth/logout").statusCode())
        .isEqualTo(204);

    assertThat(refresh(camille.refreshToken()).statusCode()).isEqualTo(401);
  }

  @Test
  void makesTheBrowserForgetBothCookies() {
    Response signedIn = Api.login(Api.register(), Api.PASSWORD, "cookie");

    assertThat(json(null).cookies(signedIn.cookies()).post("/api/auth/logout").statusCode())
        .isEqualTo(403);
    Response answer = page(null).cookies(signedIn.cookies()).post("/api/auth/logout");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().getValues("Set-Cookie"))
        .containsExactly(
            "billetterie_at=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict",
            "billetterie_rt=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    assertThat(statusOfMe(signedIn.cookie("billetterie_at"))).isEqualTo(401);
  }

  @Test
  void asksWhoSignsOut() {
    assertThat(page(null).post("/api/auth/logout").statusCode()).isEqualTo(401);
  }
}
