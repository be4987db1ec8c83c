package org.billetterie.auth.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.billetterie.auth.AuthConfig;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.token.SigningKeys;

/// Puts the house in order before the first request is taken.
@Singleton
final class StartUp {
  /// After the log was set up.
  private static final int SECOND = 2;

  private final AuthConfig config;
  private final SigningKeys keys;
  private final FirstAdmin firstAdmin;
  private final DemoLogins demoLogins;
  private final Passwords passwords;

  /// @param keys named here so that the first one is being made meanwhile
  StartUp(
      AuthConfig config,
      SigningKeys keys,
      FirstAdmin firstAdmin,
      DemoLogins demoLogins,
      Passwords passwords) {
    this.config = config;
    this.keys = keys;
    this.firstAdmin = firstAdmin;
    this.demoLogins = demoLogins;
    this.passwords = passwords;
  }

  void run(@Observes @Priority(SECOND) StartupEvent starting) {
    keys.isReady();
    firstAdmin.makeWhereNobodyIs();
    if (config.house().demo()) {
      demoLogins.begin();
    }
    passwords.prepare();
  }
}
