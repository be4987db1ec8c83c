package org.billetterie.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.password.PasswordRule;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.config.Settings;

/// What an operator can set, checked at start.
///
/// @param databaseUrl `jdbc:sqlite:<path>`
/// @param masterKeyFile wraps keys and pepper; made when it is absent, needed for ever after
/// @param bcryptCost 12 means about 0.3 s a password; below 10 only for demos and load tests
/// @param accessTokenLife 15 minutes: revocation takes 5 s at most, so that long a life costs
///   nothing
/// @param firstAdminFile where the first administrator's random password is left, until first used
/// @param adminEmail login of the first administrator, used on an empty database only
/// @param adminPasswordFile its first line is that administrator's password; never changed
public record AuthConfig(
    HouseSettings house,
    String databaseUrl,
    Path masterKeyFile,
    int bcryptCost,
    Duration accessTokenLife,
    Path firstAdminFile,
    Optional<Email> adminEmail,
    Optional<Path> adminPasswordFile) {
  private static final int BCRYPT_COST_DEFAULT = 12;
  private static final int BCRYPT_COST_SAFE = 10;
  private static final int TOKEN_SECONDS = 900;

  /// Reads all settings; what is wrong is remembered by `settings`.
  public static AuthConfig from(Settings settings) {
    HouseSettings house = HouseSettings.from(settings);
    settings.integer("AUTH_PORT", 3001, 1, 65_535);
    return new AuthConfig(
        house,
        settings.databaseUrl("AUTH_DATABASE_URL", "jdbc:sqlite:data/auth/auth.db"),
        settings.path("AUTH_MASTER_KEY_FILE").orElse(Path.of("data/auth/master.key")),
        bcryptCost(settings, house),
        Duration.ofSeconds(
            settings.integer("AUTH_ACCESS_TOKEN_SECONDS", TOKEN_SECONDS, 10, TOKEN_SECONDS)),
        settings.path("AUTH_FIRST_ADMIN_FILE").orElse(Path.of("data/auth/first-admin.txt")),
        adminEmail(settings),
        adminPasswordFile(settings));
  }

  static List<String> mistakes(Settings settings) {
    from(settings);
    return settings.mistakes();
  }

  /// Whether there is no database yet.
  static boolean isFirstStart(Settings settings) {
    String url = from(settings).databaseUrl();
    return Files.notExists(Path.of(url.substring("jdbc:sqlite:".length())));
  }

  /// The password that the operator chose for the first administrator: a file's first line, without
  /// the line end, otherwise exactly as written.
  public static Optional<String> firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst();
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static int bcryptCost(Settings settings, HouseSettings house) {
    int cost = settings.integer("AUTH_BCRYPT_COST", BCRYPT_COST_DEFAULT, 4, 16);
    if (cost < BCRYPT_COST_SAFE && !house.demo() && !house.loadTest()) {
      settings.mistake(
          "AUTH_BCRYPT_COST", "must be at least 10 (less only with DEMO or LOAD_TEST)");
    }
    return cost;
  }

  private static Optional<Email> adminEmail(Settings settings) {
    Optional<String> text = settings.text("ADMIN_EMAIL");
    Optional<Email> email = text.flatMap(Email::find);
    if (text.isPresent() && email.isEmpty()) {
      settings.mistake("ADMIN_EMAIL", "must be an e-mail address");
    }
    return email;
  }

  private static Optional<Path> adminPasswordFile(Settings settings) {
    Optional<Path> file = settings.path("ADMIN_PASSWORD_FILE");
    file.ifPresent(path -> {
      if (settings.text("ADMIN_EMAIL").isEmpty()) {
        settings.mistake("ADMIN_PASSWORD_FILE", "needs ADMIN_EMAIL beside it");
      }
      Optional<String> password = firstLine(path);
      if (password.isEmpty()) {
        settings.mistake("ADMIN_PASSWORD_FILE", "cannot be read, or is empty: " + path);
      } else if (!PasswordRule.allows(password.get())) {
        settings.mistake(
            "ADMIN_PASSWORD_FILE", "must hold a password of 8 to 256 characters in its first line");
      }
    });
    return file;
  }
}
