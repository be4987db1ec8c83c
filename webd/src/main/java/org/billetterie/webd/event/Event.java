package org.billetterie.webd.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something at a time and place for which tickets are sold.
///
/// @param organizerName null once the organizer's account is deleted
/// @param organizerDeleted published events of a deleted organizer stop selling
/// @param maxPerAccount null for no limit
/// @param coverId null where the cover is only typographic
/// @param version grows with each edit by the organizer, never with a sale
public record Event(
    UUID id,
    UUID organizerId,
    String organizerName,
    boolean organizerDeleted,
    String title,
    String description,
    String venue,
    Instant startsAt,
    Instant endsAt,
    String timezone,
    Instant salesStartAt,
    Instant salesEndAt,
    String currency,
    int maxPerOrder,
    Integer maxPerAccount,
    EventStatus status,
    String coverId,
    int version,
    Quota quota,
    List<TicketType> types) {

  /// When the sale ends: where nothing else was said, with the event.
  public Instant saleEndsAt() {
    return salesEndAt == null ? endsAt : salesEndAt;
  }

  public Optional<TicketType> type(UUID typeId) {
    return types.stream().filter(type -> type.id().equals(typeId)).findFirst();
  }

  public boolean priced() {
    return types.stream().anyMatch(type -> type.priceMinor() > 0);
  }

  /// Seats that could still be taken of the event.
  public int left() {
    return quota.left().orElse(0);
  }

  /// Seats left by a type's own limit alone.
  public int ownLeftOf(UUID typeId) {
    return type(typeId).flatMap(type -> type.quota().left()).orElse(Integer.MAX_VALUE);
  }

  /// Seats that could still be taken of a type: no more than the event has left.
  int leftOf(TicketType type) {
    int ofEvent = quota.left().orElse(Integer.MAX_VALUE);
    return Math.min(ofEvent, type.quota().left().orElse(Integer.MAX_VALUE));
  }
}
