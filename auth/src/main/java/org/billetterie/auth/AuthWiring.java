package org.billetterie.auth;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.config.Settings;
import org.billetterie.kit.database.Database;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/// Makes the few objects that are neither rules nor routes.
final class AuthWiring {
  @Produces
  @Singleton
  AuthConfig config(Config source) {
    Settings settings =
        Settings.of(name -> {
          ConfigValue value = source.getConfigValue(name);
          return Optional.ofNullable(value.getRawValue());
        });
    AuthConfig config = AuthConfig.from(settings);
    settings.orThrow();
    return config;
  }

  @Produces
  @Singleton
  HouseSettings house(AuthConfig config) {
    return config.house();
  }

  @Produces
  @Singleton
  Database database(AuthConfig config) {
    return Database.open(config.databaseUrl());
  }

  void close(@Disposes Database database) {
    database.close();
  }
}
