package org.billetterie.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.page;
import static org.billetterie.auth.support.Api.refresh;
import static org.billetterie.auth.support.Api.statusOfMe;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestClock;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestHouse.class)
class RefreshTest {
  @Inject TestClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void replacesTheToken() {
    Api.SignedIn camille = Api.newcomer();

    Response refreshed = refresh(camille.refreshToken());

    refreshed.then().statusCode(200).body("account.id", equalTo(camille.id()));
    String next = refreshed.path("refreshToken");
    assertThat(next).isNotEqualTo(camille.refreshToken());
    assertThat(statusOfMe(refreshed.path("accessToken"))).isEqualTo(200);
    assertThat(refresh(next).statusCode()).isEqualTo(200);
  }

  @Test
  void givesTwoTabsTheSame() throws Exception {
    Api.SignedIn camille = Api.newcomer();
    try (var tabs = Executors.newFixedThreadPool(4)) {
      List<Future<Response>> answers =
          IntStream.range(0, 4)
              .mapToObj(tab -> tabs.submit(() -> refresh(camille.refreshToken())))
              .toList();
      Set<String> given = new HashSet<>();
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        given.add(answer.get().path("refreshToken"));
      }
      assertThat(given).hasSize(1);
    }
  }

  /// The slower tab still holds the token that the faster one has replaced twice.
  @Test
  void givesASlowTabTheNewestToken() {
    Api.SignedIn camille = Api.newcomer();
    String second = refresh(camille.refreshToken()).path("refreshToken");
    String third = refresh(second).path("refreshToken");

    clock.forward(Duration.ofSeconds(9));

    assertThat(refresh(camille.refreshToken()).<String>path("refreshToken")).isEqualTo(third);
  }

  @Test
  void endsTheSessionWhenAReplacedTokenComesBackLater() {
    Api.SignedIn camille = Api.newcomer();
    long before = Api.feedEnd();
    Response refreshed = refresh(camille.refreshToken());
    clock.forward(Duration.ofSeconds(11));

    refresh(camille.refreshToken())
        .then()
        .statusCode(401)
        .body("type", equalTo("/problems#session-ended"));

    assertThat(refresh(refreshed.path("refreshToken")).statusCode()).isEqualTo(401);
    assertThat(statusOfMe(refreshed.path("accessToken"))).isEqualTo(401);
    assertThat(Api.feedAfter(before))
        .anySatisfy(line -> {
          assertThat(line).containsEntry("accountId", camille.id());
          assertThat((List<?>) line.get("endedSessions")).hasSize(1);
        });
  }

  @Test
  void neverOutlivesThirtyDays() {
    String token = Api.newcomer().refreshToken();
    for (int days = 0; days < 29; days += 7) {
      token = refresh(token).path("refreshToken");
      clock.forward(Duration.ofDays(7));
    }

    assertThat(refresh(token).statusCode()).isEqualTo(401);
  }

  @Test
  void lastsFromDayToDay() {
    String token = Api.newcomer().refreshToken();
    clock.forward(Duration.ofDays(29));

    assertThat(refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  void endsAccessAfterAQuarterOfAnHour() {
    Api.SignedIn camille = Api.newcomer();
    clock.forward(Duration.ofSeconds(915));
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(200);

    clock.forward(Duration.ofSeconds(16));
    assertThat(statusOfMe(camille.accessToken())).isEqualTo(401);
  }

  @Test
  void refusesWhatItDidNotGive() {
    assertThat(refresh("x".repeat(43)).statusCode()).isEqualTo(401);
    assertThat(refresh("").statusCode()).isEqualTo(401);
    assertThat(refresh(Api.newcomer().accessToken()).statusCode()).isEqualTo(401);
    page(null).post("/api/auth/refresh").then().statusCode(401);
    page(Map.of("other", "x")).post("/api/auth/refresh").then().statusCode(422);
  }

  @Test
  void renewsCookiesForOurPageOnly() {
    Response signedIn = Api.login(Api.register(), Api.PASSWORD, "cookie");
    String cookie = signedIn.cookie("billetterie_rt");

    Api.json(null)
        .cookie("billetterie_rt", cookie)
        .post("/api/auth/refresh")
        .then()
        .statusCode(403);
    page(Map.of("refreshToken", "x"))
        .cookie("billetterie_rt", cookie)
        .post("/api/auth/refresh")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems#both-credentials"));
    Response refreshed = page(null).cookie("billetterie_rt", cookie).post("/api/auth/refresh");
    refreshed.then().statusCode(200);
    assertThat(refreshed.asString()).doesNotContain("Token");
    assertThat(refreshed.cookie("billetterie_rt")).hasSize(43).isNotEqualTo(cookie);
  }
}
