package org.billetterie.auth.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.inside;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestHouse.class)
class LoadTestResourceTest {
  @Test
  void givesATokenPerAccount() {
    long before = Api.feedEnd();

    Response answer = inside(Map.of("count", 20)).post("/internal/load-test/accounts");

    answer.then().statusCode(200).contentType("text/plain");
    List<String> tokens = answer.asString().lines().toList();
    assertThat(tokens).hasSize(20).doesNotHaveDuplicates();
    assertThat(tokens).allSatisfy(token -> assertThat(Api.statusOfMe(token)).isEqualTo(200));
    assertThat(Api.feedAfter(before)).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"count\":0}", "{\"count\":10001}", "{}"})
  void boundsTheCount(String body) {
    assertThat(inside(body).post("/internal/load-test/accounts").statusCode()).isEqualTo(422);
  }
}
