package org.billetterie.webd.copy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStatus;

/// The copies that were made, in the order of the dates asked for.
record CopyView(List<Copy> items) {
  record Copy(UUID id, Instant startsAt, EventStatus status) {}

  static CopyView of(List<Event> copies) {
    return new CopyView(
        copies.stream()
            .map(event -> new Copy(event.id(), event.startsAt(), event.status()))
            .toList());
  }
}
