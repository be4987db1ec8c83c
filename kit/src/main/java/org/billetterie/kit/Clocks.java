package org.billetterie.kit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// The clock of the service. Nothing else in main code asks the system for the time.
public final class Clocks {
  private Clocks() {}

  @Produces
  @Singleton
  static Clock clock() {
    return new NeverBack();
  }

  /// The wall clock, in milliseconds, that stands still while the system's is set back: a hold
  /// never gets longer and an order never ends before it began.
  private static final class NeverBack extends Clock {
    private final AtomicLong newestMillis = new AtomicLong();

    @Override
    public long millis() {
      return newestMillis.accumulateAndGet(System.currentTimeMillis(), Math::max);
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
  }
}
