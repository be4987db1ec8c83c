package org.billetterie.webd.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What changes about an event while it is sold.
///
/// @param version when it is another one, the organizer has edited the event: read it again
/// @param held not shown: tells the organizer's figures that they have changed
/// @param sold not shown, like `held`
public record SaleState(
    UUID id,
    int version,
    EventStatus status,
    Availability availability,
    List<TypeState> ticketTypes,
    @JsonIgnore int held,
    @JsonIgnore int sold) {

  public record TypeState(UUID id, Availability availability) {}

  static SaleState of(Event event, Instant heldUntil) {
    return new SaleState(
        event.id(),
        event.version(),
        event.status(),
        Availability.of(event, heldUntil),
        event.types().stream()
            .map(type -> new TypeState(type.id(), Availability.of(event, type, heldUntil)))
            .toList(),
        event.quota().held(),
        event.quota().sold());
  }
}
