package org.billetterie.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://db/tickets", "jdbc:mariadb://db/tickets"})
  void refusesMySqlByItsName(String url) {
    Settings settings = settings(Map.of("WEBD_DATABASE_URL", url));
    settings.databaseUrl("WEBD_DATABASE_URL", "jdbc:sqlite:x.db");
    assertThat(settings.mistakes().getFirst()).contains("MySQL, which is not supported");
  }

  @Test
  void takesSqliteOnly() {
    Settings settings = settings(Map.of("A", "jdbc:sqlite:a.db", "B", "jdbc:oracle:thin"));
    assertThat(settings.databaseUrl("A", "")).isEqualTo("jdbc:sqlite:a.db");
    assertThat(settings.mistakes()).isEmpty();
    settings.databaseUrl("B", "");
    assertThat(settings.mistakes()).containsExactly("B must begin with jdbc:sqlite:");
  }

  @Test
  void saysAllMistakesAtOnce() {
    Settings settings = settings(Map.of("PORT", "many", "DEMO", "perhaps"));
    settings.integer("PORT", 80, 1, 65_535);
    settings.flag("DEMO");
    assertThatThrownBy(settings::orThrow)
        .hasMessageContaining("PORT must be a whole number from 1 to 65535")
        .hasMessageContaining("DEMO must be true, on, false or off");
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "65535,true", "65536,false", "-1,false"})
  void knowsTheBoundsOfANumber(String value, boolean good) {
    Settings settings = settings(Map.of("PORT", value));
    settings.integer("PORT", 80, 1, 65_535);
    assertThat(settings.mistakes().isEmpty()).isEqualTo(good);
  }

  @Test
  void takesASecretFromTheFirstLineOfAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), " with blanks \nsecond line\n");
    Settings settings = settings(Map.of("KEY_FILE", file.toString(), "KEY", "not this"));
    assertThat(settings.secret("KEY")).contains(" with blanks ");
    assertThat(settings(Map.of("KEY_FILE", "/does/not/exist")).secret("KEY")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://tickets.example.org,false,true",
    "http://localhost:8080,false,true",
    "http://127.0.0.1:8080,false,true",
    "http://192.168.1.7:8080,false,false",
    "http://192.168.1.7:8080,true,true",
  })
  void opensSignInWhereSessionsAreSafeOrTheOperatorSaysSo(
      String publicUrl, String insecure, boolean open) {
    HouseSettings house =
        HouseSettings.from(
            settings(
                Map.of(
                    "PUBLIC_URL", publicUrl,
                    "ALLOW_INSECURE_COOKIES", insecure,
                    "HOP_SECRET", "0123456789abcdef0123456789abcdef")));
    assertThat(house.signInOpen()).isEqualTo(open);
    assertThat(house.acceptsOrigin(publicUrl, null)).isTrue();
    assertThat(house.acceptsOrigin("http://elsewhere.example", "http")).isFalse();
    assertThat(house.toString()).doesNotContain("0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x", "http://x/path", "tickets.example.org", "http://x?y", "http:// x"})
  void refusesAPublicUrlThatMakesNoLinks(String publicUrl) {
    Settings settings = settings(Map.of("PUBLIC_URL", publicUrl));
    HouseSettings.from(settings);
    assertThat(settings.mistakes()).anyMatch(mistake -> mistake.startsWith("PUBLIC_URL"));
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.of(name -> Optional.ofNullable(values.get(name)));
  }
}
