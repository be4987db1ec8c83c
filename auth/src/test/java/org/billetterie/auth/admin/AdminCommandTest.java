package org.billetterie.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.billetterie.kit.config.Settings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestHouse.class)
class AdminCommandTest {
  private static final Pattern PASSWORD = Pattern.compile(": ([a-z0-9-]{24})\\R");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void makesAnAdmin() {
    String email = Api.newEmail();

    assertThat(run(TestHouse.HOP_SECRET, "create", email)).isZero();

    Api.SignedIn admin = Api.signIn(email, shownPassword());
    assertThat(Api.bearer(admin.accessToken(), null).get("/api/auth/accounts").statusCode())
        .isEqualTo(200);
    assertThat(run(TestHouse.HOP_SECRET, "create", email)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("existe déjà");
  }

  @Test
  void resetsAPasswordAndEndsAllSessions() {
    String email = Api.register();
    Api.SignedIn before = Api.signIn(email, Api.PASSWORD);

    assertThat(run(TestHouse.HOP_SECRET, "reset-password", email.toUpperCase())).isZero();

    assertThat(Api.statusOfMe(before.accessToken())).isEqualTo(401);
    assertThat(Api.login(email, Api.PASSWORD, "bearer").statusCode()).isEqualTo(401);
    assertThat(Api.login(email, shownPassword(), "bearer").statusCode()).isEqualTo(200);
  }

  @Test
  void promotesAndEnables() {
    String email = Api.register();
    Api.SignedIn user = Api.signIn(email, Api.PASSWORD);
    Api.bearer(Api.admin().accessToken(), Map.of("disabled", true))
        .patch("/api/auth/accounts/" + user.id());

    assertThat(run(TestHouse.HOP_SECRET, "promote", email)).isZero();

    String token = Api.signIn(email, Api.PASSWORD).accessToken();
    assertThat(Api.bearer(token, null).get("/api/auth/accounts").statusCode()).isEqualTo(200);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("a le rôle Admin");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(run(TestHouse.HOP_SECRET, "promote", "nobody@test.example")).isEqualTo(1);
    assertThat(run("f".repeat(64), "create", Api.newEmail())).isEqualTo(1);
    assertThat(run("", "create", Api.newEmail())).isEqualTo(2);
    assertThat(run(TestHouse.HOP_SECRET, "demote", "a@test.example")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("nobody@test.example")
        .contains("HOP_SECRET")
        .contains("bin/admin create");
    assertThat(out.size()).isZero();
  }

  private int run(String secret, String... arguments) {
    Map<String, String> environment =
        Map.of("AUTH_PORT", String.valueOf(RestAssured.port), "HOP_SECRET", secret);
    Settings settings = Settings.of(name -> Optional.ofNullable(environment.get(name)));
    return new AdminCommand(settings, Locale.FRENCH, new PrintStream(out), new PrintStream(err))
        .run(arguments);
  }

  private String shownPassword() {
    Matcher shown = PASSWORD.matcher(out.toString(StandardCharsets.UTF_8));
    assertThat(shown.find()).isTrue();
    return shown.group(1);
  }
}
