package org.billetterie.webd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.config.Settings;
import org.billetterie.kit.database.Database;
import org.eclipse.microprofile.config.Config;

/// Makes what the features share.
@ApplicationScoped
final class Wiring {
  @Produces
  @Singleton
  WebdConfig config(Config source) {
    Settings settings = Settings.of(name -> source.getOptionalValue(name, String.class));
    WebdConfig config = WebdConfig.from(settings);
    settings.orThrow();
    return config;
  }

  @Produces
  @Singleton
  HouseSettings house(WebdConfig config) {
    return config.house();
  }

  @Produces
  @Singleton
  Database database(WebdConfig config) {
    return Database.open(config.databaseUrl());
  }

  void close(@Disposes Database database) {
    database.close();
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
