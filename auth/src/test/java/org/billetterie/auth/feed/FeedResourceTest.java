package org.billetterie.auth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.inside;
import static org.billetterie.auth.support.Api.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestHouse.class)
class FeedResourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/accounts",
        "//internal/accounts",
        "/internal//accounts",
        "/%69nternal/accounts",
        "/internal;x=1/accounts",
        "/api/../internal/accounts",
        "/./internal/accounts",
        "/internal/accounts/"
      })
  void isNothingToStrangers(String path) {
    assertThat(json(null).urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(404);
    assertThat(
            json(null)
                .urlEncodingEnabled(false)
                .header("X-Hop-Secret", "f".repeat(64))
                .get(path)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsEverythingThatWebdMustKnow() {
    long before = Api.feedEnd();
    String email = Api.newEmail();
    Response registered =
        json(Map.of("email", email, "password", Api.PASSWORD, "name", "Camille", "locale", "en"))
            .post("/api/auth/register");

    Response feed = inside(null).get("/internal/accounts?after=" + before);

    assertThat(feed.jsonPath().getLong("last")).isEqualTo(before + 1);
    Map<String, Object> line = feed.path("items[0]");
    assertThat(line)
        .containsOnlyKeys(
            "seq",
            "accountId",
            "email",
            "name",
            "locale",
            "role",
            "roleVersion",
            "disabled",
            "deletedAt",
            "endedSessions",
            "requestId")
        .containsEntry("accountId", registered.path("account.id"))
        .containsEntry("email", email)
        .containsEntry("name", "Camille")
        .containsEntry("locale", "en")
        .containsEntry("role", "User")
        .containsEntry("roleVersion", 1)
        .containsEntry("disabled", false)
        .containsEntry("deletedAt", null)
        .containsEntry("endedSessions", List.of())
        .containsEntry("requestId", registered.header("X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "after=x", "limit=x"})
  void boundsWhatIsAsked(String query) {
    assertThat(inside(null).get("/internal/accounts?" + query).statusCode()).isBetween(400, 422);
  }

  /// Eight register at once while a reader follows the feed as webd does: it takes what it is given
  /// and asks for what comes after. Every account reaches it, none twice, in the order of numbers.
  @Test
  void losesNothingToAReaderThatFollowsWhileOthersWrite() throws Exception {
    long start = Api.feedEnd();
    List<Long> seen = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    try (var writers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writing = new ArrayList<>();
      for (int n = 0; n < 80; n++) {
        writing.add(writers.submit(Api::register));
      }
      long cursor = start;
      while (writing.stream().anyMatch(work -> !work.isDone()) || seen.size() < 80) {
        for (Map<String, Object> line : Api.feedAfter(cursor)) {
          cursor = ((Number) line.get("seq")).longValue();
          seen.add(cursor);
          names.add((String) line.get("email"));
        }
        if (writing.stream().allMatch(Future::isDone) && cursor == Api.feedEnd()) {
          break;
        }
      }
    }
    assertThat(seen).hasSize(80).isSorted().doesNotHaveDuplicates();
    assertThat(names).hasSize(80);
  }
}
