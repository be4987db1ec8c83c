package org.billetterie.auth.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billetterie.auth.support.Api.inside;
import static org.billetterie.auth.support.Api.json;
import static org.billetterie.auth.support.Api.login;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.junit.jupiter.api.Test;

/// A house that is reached by plain http from other machines, as it stands after the first start:
/// nobody was named as administrator, and it is no load test.
@QuarkusTest
@TestProfile(LanHouseTest.Lan.class)
@WithTestResource(TestHouse.class)
class LanHouseTest {
  public static final class Lan implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "PUBLIC_URL", "http://192.168.7.5:8080",
          "AUTH_BCRYPT_COST", "10",
          "LOAD_TEST", "false",
          "ADMIN_EMAIL", "",
          "ADMIN_PASSWORD_FILE", "");
    }
  }

  @Test
  void saysWhySignInIsClosedAndWhatToDo() {
    json(null)
        .get("/api/auth/status")
        .then()
        .statusCode(200)
        .body("signIn.open", equalTo(false))
        .body("signIn.reason", containsString("bin/up --lan"))
        .body("signIn.publicUrl", equalTo("http://192.168.7.5:8080"))
        .body("insecureCookies", equalTo(false))
        .body("demo", equalTo(false))
        .body("demoLogins", hasSize(0));
    login("admin@localhost", "whatever it is", "cookie")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems#sign-in-closed"))
        .body("detail", containsString("http://192.168.7.5:8080"));
  }

  @Test
  void makesNoLoadTestAccounts() {
    assertThat(inside(Map.of("count", 1)).post("/internal/load-test/accounts").statusCode())
        .isEqualTo(404);
  }

  @Test
  void leavesTheFirstPasswordInAFileUntilItIsUsed() throws Exception {
    Path file = TestHouse.folder().resolve("first-admin.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String text = Files.readString(file);
    assertThat(text).startsWith("email: admin@localhost\npassword: ");
    String password = text.lines().toList().get(1).substring("password: ".length());

    assertThat(login("admin@localhost", "wrong password", "bearer").statusCode()).isEqualTo(401);
    assertThat(file).exists();
    login("admin@localhost", password, "bearer")
        .then()
        .statusCode(200)
        .body("account.role", equalTo("Admin"))
        .body("account.passwordTemporary", equalTo(true));
    assertThat(file).doesNotExist();
  }

  /// Far more sign-ins at once than can be hashed: some are asked to come back, all are answered,
  /// and what needs no hash is answered meanwhile.
  @Test
  void keepsAnsweringWhileManySignInAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(120)) {
      List<Future<Response>> signIns =
          IntStream.range(0, 120)
              .mapToObj(n -> threads.submit(() -> login(Api.newEmail(), "not it at all", "bearer")))
              .toList();
      int answeredMeanwhile = 0;
      while (signIns.stream().anyMatch(signIn -> !signIn.isDone())) {
        json(null).get("/api/auth/status").then().statusCode(200);
        answeredMeanwhile++;
      }
      assertThat(answeredMeanwhile).isGreaterThan(5);
      int overloaded = 0;
      for (Future<Response> signIn : signIns) {
        assertThat(signIn.get().statusCode()).isIn(401, 503);
        if (signIn.get().statusCode() == 503) {
          overloaded++;
          signIn
              .get()
              .then()
              .header("Retry-After", equalTo("3"))
              .body("type", equalTo("/problems#overloaded"));
        }
      }
      assertThat(overloaded).isBetween(1, 119);
    }
  }
}
