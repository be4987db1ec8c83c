package org.billetterie.auth.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Starts auth on an empty database in a folder of its own, with an Admin whose password is known.
/// Settings of a test profile win over these.
public final class TestHouse implements QuarkusTestResourceLifecycleManager {
  public static final String HOP_SECRET = "0123456789abcdef".repeat(4);
  public static final String ADMIN_EMAIL = "admin@test.example";
  public static final String ADMIN_PASSWORD = "le mot de passe de l’Admin";

  private static Path folder;

  /// The folder of the house that runs now.
  public static Path folder() {
    return folder;
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("auth-test");
      Path password = Files.writeString(folder.resolve("admin-password"), ADMIN_PASSWORD + "\n");
      Map<String, String> settings = new HashMap<>();
      settings.put("AUTH_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("auth.db"));
      settings.put("AUTH_MASTER_KEY_FILE", folder.resolve("master.key").toString());
      settings.put("AUTH_FIRST_ADMIN_FILE", folder.resolve("first-admin.txt").toString());
      settings.put("AUTH_BCRYPT_COST", "4");
      settings.put("LOAD_TEST", "true");
      settings.put("HOP_SECRET", HOP_SECRET);
      settings.put("ADMIN_EMAIL", ADMIN_EMAIL);
      settings.put("ADMIN_PASSWORD_FILE", password.toString());
      return settings;
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  @Override
  public void stop() {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
