package org.billetterie.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.bearer;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// At any time somebody can administer.
@QuarkusTest
@WithTestResource(TestHouse.class)
class LastAdminTest {
  private Api.SignedIn last;

  /// Whoever other tests have made Admin is one no more.
  @BeforeEach
  void leaveOneAdmin() {
    last = Api.admin();
    List<Map<String, Object>> accounts =
        bearer(last.accessToken(), null).get("/api/auth/accounts?limit=100").path("items");
    accounts.stream()
        .filter(account -> "Admin".equals(account.get("role")))
        .filter(account -> !last.id().equals(account.get("id")))
        .forEach(account ->
            bearer(last.accessToken(), Map.of("role", "User"))
                .patch("/api/auth/accounts/" + account.get("id"))
                .then()
                .statusCode(200));
  }

  @Test
  void cannotLeave() {
    String itself = "/api/auth/accounts/" + last.id();

    refused(bearer(last.accessToken(), Map.of("role", "User")).patch(itself));
    refused(bearer(last.accessToken(), Map.of("disabled", true)).patch(itself));
    refused(bearer(last.accessToken(), Map.of("role", "Basic", "disabled", true)).patch(itself));
    refused(bearer(last.accessToken(), null).delete(itself));
    assertThat(Api.statusOfMe(last.accessToken())).isEqualTo(200);
  }

  @Test
  void aDisabledAdminDoesNotCount() {
    Api.SignedIn other = Api.newAdmin();
    bearer(last.accessToken(), Map.of("disabled", true))
        .patch("/api/auth/accounts/" + other.id())
        .then()
        .statusCode(200);

    refused(
        bearer(last.accessToken(), Map.of("role", "User"))
            .patch("/api/auth/accounts/" + last.id()));
  }

  /// Two Admins demote each other at the same moment, ten times: one of them always stays.
  @Test
  void neverLetsTwoDemoteEachOther() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        Api.SignedIn first = Api.admin();
        Api.SignedIn second = Api.newAdmin();
        Future<Integer> one = threads.submit(() -> demote(first, second));
        Future<Integer> two = threads.submit(() -> demote(second, first));

        assertThat(List.of(one.get(), two.get()))
            .as("one demotion of two, round %d", round)
            .containsOnlyOnce(200);
        if (two.get() == 200) {
          giveBack(second, first);
        }
      }
    }
  }

  private static int demote(Api.SignedIn who, Api.SignedIn whom) {
    return bearer(who.accessToken(), Map.of("role", "User"))
        .patch("/api/auth/accounts/" + whom.id())
        .statusCode();
  }

  private static void giveBack(Api.SignedIn now, Api.SignedIn before) {
    assertThat(
            bearer(now.accessToken(), Map.of("role", "Admin"))
                .patch("/api/auth/accounts/" + before.id())
                .statusCode())
        .isEqualTo(200);
    String again = Api.admin().accessToken();
    bearer(again, Map.of("role", "User"))
        .patch("/api/auth/accounts/" + now.id())
        .then()
        .statusCode(200);
  }

  private static void refused(Response answer) {
    answer.then().statusCode(409).body("type", equalTo("/problems#last-admin"));
  }
}
