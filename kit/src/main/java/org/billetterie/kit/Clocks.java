package org.billetterie.kit;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/// The clock of the service. Nothing else in main code asks the system for the time.
public final class Clocks {
  private Clocks() {}

  @Produces
  static Clock clock() {
    return Clock.systemUTC();
  }
}
