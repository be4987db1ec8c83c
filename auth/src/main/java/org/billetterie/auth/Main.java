package org.billetterie.auth;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.billetterie.auth.token.FirstKey;
import org.billetterie.kit.config.Settings;

/// Starts auth, after the settings were found right.
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    List<String> mistakes = AuthConfig.mistakes(Settings.ofEnvironment());
    if (!mistakes.isEmpty()) {
      mistakes.forEach(mistake -> System.err.println("auth: " + mistake));
      System.exit(1);
    }
    if (AuthConfig.isFirstStart(Settings.ofEnvironment())) {
      FirstKey.begin();
    }
    Quarkus.run(arguments);
  }
}
