package org.billetterie.webd;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What needs another service is tried often while both start, so that the house opens as soon as
/// it can; after 10 s the usual schedule of whoever asks is enough.
public final class WhileStarting {
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final int TRIES = 100;

  private WhileStarting() {}

  /// @param attempt tells whether it has succeeded; does not throw
  public static void repeat(String name, BooleanSupplier attempt) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          for (int tries = 0; tries < TRIES && !attempt.getAsBoolean(); tries++) {
            LockSupport.parkNanos(EVERY.toNanos());
          }
        });
  }
}
