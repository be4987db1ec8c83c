package org.billetterie.kit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The clock of the service. Nothing else in main code asks the system for the time.
public final class Clocks {
  private Clocks() {}

  @Produces
  @Singleton
  static Clock clock() {
    return new NeverBack();
  }

  /// The wall clock, in milliseconds. While the system's is behind what this one said before,
  /// because somebody set it back, time goes on here a little slower until the system's has come so
  /// far: an order never ends before it began, and a hold never lasts much longer. Set ahead, it
  /// follows.
  static class NeverBack extends Clock {
    private static final int OF_TEN = 9;
    private static final long TEN_MILLIS_IN_NANOS = 10_000_000L;

    private final long begun = System.nanoTime();
    private final AtomicReference<Seen> newest = new AtomicReference<>(new Seen(Long.MIN_VALUE, 0));

    @Override
    public long millis() {
      while (true) {
        Seen before = newest.get();
        // In this order: a thread that is held up in between makes this clock slower, not faster.
        Seen now = new Seen(wallMillis(), nanos());
        long passed = Math.max(0, now.nanos - before.nanos);
        long slow = before.millis + passed * OF_TEN / TEN_MILLIS_IN_NANOS;
        if (now.millis <= slow) {
          return slow;
        }
        if (newest.compareAndSet(before, now)) {
          return now.millis;
        }
      }
    }

    long wallMillis() {
      return System.currentTimeMillis();
    }

    /// Since it was made; these never jump.
    long nanos() {
      return System.nanoTime() - begun;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("instants only: name the zone where one is shown");
    }

    /// What the wall showed at a moment of [System#nanoTime()].
    private record Seen(long millis, long nanos) {}
  }
}
