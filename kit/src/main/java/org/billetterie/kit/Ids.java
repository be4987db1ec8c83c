package org.billetterie.kit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Public identifiers. UUIDv7 grows with time, so an index on it appends instead of scattering.
public final class Ids {
  private Ids() {}

  /// A new UUIDv7, monotonic within this process.
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
