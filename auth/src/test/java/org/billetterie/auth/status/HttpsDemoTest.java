package org.billetterie.auth.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.login;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.billetterie.kit.DemoAccounts;
import org.junit.jupiter.api.Test;

/// A demo that is reached by https.
@QuarkusTest
@TestProfile(HttpsDemoTest.HttpsDemo.class)
@WithTestResource(TestHouse.class)
class HttpsDemoTest {
  public static final class HttpsDemo implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "PUBLIC_URL", "https://demo.test.example", "DEMO", "true", "LOAD_TEST", "false");
    }
  }

  @Test
  void showsItsLogins() {
    json(null)
        .get("/api/auth/status")
        .then()
        .body("demo", equalTo(true))
        .body("signIn.open", equalTo(true))
        .body("demoLogins.role", contains("Admin", "EventCreator", "User", "Basic"));
    for (DemoAccounts.Login demo : DemoAccounts.ALL) {
      login(demo.email(), DemoAccounts.PASSWORD, "bearer")
          .then()
          .statusCode(200)
          .body("account.id", equalTo(demo.id().toString()))
          .body("account.role", equalTo(demo.role().wire()));
    }
  }

  @Test
  void hasTheAdminOfTheOperatorToo() {
    assertThat(Api.statusOfMe(Api.admin().accessToken())).isEqualTo(200);
  }

  @Test
  void givesCookiesThatOnlyHttpsCarries() {
    Response answer = login(DemoAccounts.BUYER.email(), DemoAccounts.PASSWORD, "cookie");

    answer.then().statusCode(200);

    assertThat(answer.headers().getValues("Set-Cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.endsWith("; HttpOnly; SameSite=Strict; Secure"))
        .anyMatch(cookie -> cookie.startsWith("__Host-billetterie_at="))
        .anyMatch(cookie -> cookie.startsWith("__Host-billetterie_rt="));
  }

  @Test
  void describesItselfInJson() {
    json(null)
        .get("/api/auth/openapi")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("info.title", equalTo("Billetterie: auth"))
        .body("paths.keySet()", hasItems("/api/auth/login", "/api/auth/accounts/{id}"))
        .body("paths.keySet()", not(hasItem(startsWith("/internal"))));
    json(null)
        .accept("application/yaml")
        .get("/api/auth/openapi")
        .then()
        .contentType(containsString("yaml"));
  }
}
