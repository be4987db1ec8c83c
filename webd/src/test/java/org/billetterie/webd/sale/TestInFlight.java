package org.billetterie.webd.sale;

import java.time.Duration;

/// For tests that are no part of this package: whoever repeats a request waits as long as it takes,
/// so that a busy machine changes nothing.
public final class TestInFlight {
  private TestInFlight() {}

  public static InFlight patient() {
    return new InFlight(Duration.ofMinutes(10));
  }
}
