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

  /// @param heldUntil when the event's last open hold ends, null where it has none
  static Availability of(Event event, Instant heldUntil) {
    return of(event.left(), event.quota().held(), heldUntil);
  }

  static Availability of(Event event, TicketType type, Instant heldUntil) {
    return of(event.leftOf(type), heldFor(event, type), heldUntil);
  }

  /// Holds that could give a seat of this type back: its own when it is its own limit that is
  /// reached, all of the event's when it is the event's.
  private static int heldFor(Event event, TicketType type) {
    boolean ownLimit = type.quota().left().orElse(1) == 0;
    return ownLimit ? type.quota().held() : event.quota().held();
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
