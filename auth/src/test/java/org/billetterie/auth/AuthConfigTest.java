package org.billetterie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billetterie.kit.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthConfigTest {
  @TempDir Path folder;

  @Test
  void needsTheHopSecretOnly() {
    assertThat(mistakes(Map.of())).isEmpty();
    assertThat(config(Map.of()).bcryptCost()).isEqualTo(12);
  }

  @Test
  void namesAllMistakesAtOnce() {
    assertThat(
            mistakes(
                Map.of(
                    "HOP_SECRET", "short",
                    "PUBLIC_URL", "localhost:8080",
                    "AUTH_PORT", "99999",
                    "AUTH_DATABASE_URL", "jdbc:mysql://localhost/auth",
                    "AUTH_BCRYPT_COST", "9",
                    "ADMIN_EMAIL", "nobody",
                    "ADMIN_PASSWORD_FILE", "/nowhere",
                    "DEMO", "maybe")))
        .hasSize(8)
        .anySatisfy(mistake -> assertThat(mistake).contains("AUTH_DATABASE_URL", "MySQL"));
  }

  @Test
  void takesACheapHashForDemosAndLoadTestsOnly() {
    assertThat(mistakes(Map.of("AUTH_BCRYPT_COST", "4"))).hasSize(1);
    assertThat(mistakes(Map.of("AUTH_BCRYPT_COST", "4", "LOAD_TEST", "true"))).isEmpty();
    assertThat(mistakes(Map.of("AUTH_BCRYPT_COST", "4", "DEMO", "true"))).isEmpty();
    assertThat(mistakes(Map.of("AUTH_BCRYPT_COST", "3", "DEMO", "true"))).hasSize(1);
    assertThat(mistakes(Map.of("AUTH_BCRYPT_COST", "10"))).isEmpty();
  }

  @Test
  void takesTheFirstLineOfThePasswordFileAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "  mot de passe \r\nother line\n");

    assertThat(AuthConfig.firstLine(file)).contains("  mot de passe ");
    assertThat(
            mistakes(
                Map.of("ADMIN_EMAIL", "a@test.example", "ADMIN_PASSWORD_FILE", file.toString())))
        .isEmpty();
    assertThat(mistakes(Map.of("ADMIN_PASSWORD_FILE", file.toString())))
        .singleElement()
        .asString()
        .contains("ADMIN_EMAIL");
    Files.writeString(file, "court\n");
    assertThat(
            mistakes(
                Map.of("ADMIN_EMAIL", "a@test.example", "ADMIN_PASSWORD_FILE", file.toString())))
        .singleElement()
        .asString()
        .contains("8 to 256");
  }

  private static List<String> mistakes(Map<String, String> environment) {
    return AuthConfig.mistakes(settings(environment));
  }

  private static AuthConfig config(Map<String, String> environment) {
    return AuthConfig.from(settings(environment));
  }

  private static Settings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(Map.of("HOP_SECRET", "0123456789abcdef".repeat(4)));
    all.putAll(environment);
    return Settings.of(name -> Optional.ofNullable(all.get(name)));
  }
}
