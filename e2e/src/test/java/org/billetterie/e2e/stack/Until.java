package org.billetterie.e2e.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for a condition. Its bound is generous: a machine may be busy.
public final class Until {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Until() {}

  /// @throws AssertionError when it does not come true in time
  public static void holds(String what, Duration most, BooleanSupplier condition) {
    holds(what, most, PAUSE, condition);
  }

  /// The same, asking less often.
  public static void holds(String what, Duration most, Duration every, BooleanSupplier condition) {
    present(
        what, most, every, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /// The value, once there is one.
  ///
  /// @throws AssertionError when there is none in time
  public static <T> T present(String what, Duration most, Supplier<Optional<T>> source) {
    return present(what, most, PAUSE, source);
  }

  private static <T> T present(
      String what, Duration most, Duration every, Supplier<Optional<T>> source) {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<T> found = source.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + most.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(every.toNanos());
    }
  }
}
