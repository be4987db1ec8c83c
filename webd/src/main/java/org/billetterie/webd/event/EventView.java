package org.billetterie.webd.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.webd.image.ImageLinks;

/// An event as it is shown.
///
/// @param cover null where the cover is only typographic
/// @param paymentMethods how a priced order can be paid here; empty where nothing is configured
/// @param testPayment true where the only money is that of the test card
public record EventView(
    UUID id,
    String title,
    String description,
    String venue,
    Instant startsAt,
    Instant endsAt,
    String timezone,
    Instant salesStartAt,
    Instant salesEndAt,
    int capacity,
    String currency,
    int maxPerOrder,
    Integer maxPerAccount,
    EventStatus status,
    ImageLinks cover,
    OrganizerView organizer,
    List<String> paymentMethods,
    boolean testPayment,
    Availability availability,
    List<TypeView> ticketTypes,
    int version) {

  /// @param name null once the account is deleted
  public record OrganizerView(UUID id, String name) {}

  public record TypeView(
      UUID id, String name, long priceMinor, Integer capacity, Availability availability) {}

  /// @param heldUntil when the event's last open hold ends, null where it has none
  static EventView of(Event event, List<String> paymentMethods, Instant heldUntil) {
    List<TypeView> types =
        event.types().stream()
            .map(type ->
                new TypeView(
                    type.id(),
                    type.name(),
                    type.priceMinor(),
                    type.quota().capacity(),
                    Availability.of(event, type, heldUntil)))
            .toList();
    return new EventView(
        event.id(),
        event.title(),
        event.description(),
        event.venue(),
        event.startsAt(),
        event.endsAt(),
        event.timezone(),
        event.salesStartAt(),
        event.salesEndAt(),
        event.quota().capacity(),
        event.currency(),
        event.maxPerOrder(),
        event.maxPerAccount(),
        event.status(),
        ImageLinks.of(event.coverId()),
        new OrganizerView(event.organizerId(), event.organizerName()),
        paymentMethods,
        event.priced() && paymentMethods.contains("test-card"),
        Availability.of(event, heldUntil),
        types,
        event.version());
  }
}
