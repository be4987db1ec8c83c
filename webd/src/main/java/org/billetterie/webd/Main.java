package org.billetterie.webd;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.billetterie.kit.config.Settings;

/// Starts the service, or says everything that is wrong with its settings and stops.
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    Settings settings = Settings.ofEnvironment();
    WebdConfig.from(settings);
    if (!settings.mistakes().isEmpty()) {
      settings.mistakes().forEach(mistake -> System.err.println("webd: " + mistake));
      System.exit(1);
    }
    Quarkus.run(arguments);
  }
}
