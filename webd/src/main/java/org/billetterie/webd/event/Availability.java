package org.billetterie.webd.event;

import java.time.Instant;

/// What can be bought now, as a buyer is told it.
///
/// @param remaining seats that could be taken now
/// @param heldUntil only with ALL_HELD: when the last of the open holds ends at the latest
public record Availability(Status status, int remaining, Instant heldUntil) {
  /// ALL_HELD: nothing is left, but some seats may come back.
  public enum Status {
    AVAILABLE,
    ALL_HELD,
    SOLD_OUT
  }

  static Availability of(int remaining, int held, Instant heldUntil) {
    if (remaining > 0) {
      return new Availability(Status.AVAILABLE, remaining, null);
    }
    return held > 0
        ? new Availability(Status.ALL_HELD, 0, heldUntil)
        : new Availability(Status.SOLD_OUT, 0, null);
  }
}
