package org.billetterie.e2e.client;

import java.util.Random;

/// Where all chance of a test comes from. Printed, and given again by `-Dseed=`.
public final class Seed {
  private Seed() {}

  /// @param what the test, for the line that is printed
  public static Random random(String what) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(what + ": seed " + seed + " (again with -Dseed=" + seed + ")");
    return new Random(seed);
  }
}
