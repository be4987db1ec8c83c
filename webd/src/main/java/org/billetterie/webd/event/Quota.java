package org.billetterie.webd.event;

import java.util.Optional;

/// The counters of an event or of one ticket type.
///
/// @param capacity null where only the event's limit counts
public record Quota(Integer capacity, int held, int sold) {
  public int taken() {
    return held + sold;
  }

  Optional<Integer> left() {
    return Optional.ofNullable(capacity).map(limit -> Math.max(0, limit - taken()));
  }
}
