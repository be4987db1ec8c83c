package org.billetterie.webd.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.billetterie.webd.event.EventRequest;
import org.billetterie.webd.event.EventStatus;

/// An event as it should be.
final class ModelEvent {
  UUID id;
  int version = 1;
  boolean deleted;
  EventStatus status;
  int capacity;
  int perOrder;
  Integer perAccount;
  String currency;
  Instant startsAt;
  Instant salesStartAt;
  Instant salesEndAt;
  final List<Type> types = new ArrayList<>();

  /// A ticket type as it should be.
  static final class Type {
    UUID id;
    final long priceMinor;
    final Integer capacity;

    Type(UUID id, long priceMinor, Integer capacity) {
      this.id = id;
      this.priceMinor = priceMinor;
      this.capacity = capacity;
    }
  }

  Instant endsAt() {
    return startsAt.plusSeconds(3 * 3_600);
  }

  Type type(UUID typeId) {
    return types.stream().filter(type -> typeId.equals(type.id)).findFirst().orElse(null);
  }

  /// Takes what an organizer wrote, all of which is allowed.
  void take(EventRequest request) {
    status = request.status();
    capacity = request.capacity();
    perOrder = request.maxPerOrder();
    perAccount = request.maxPerAccount();
    currency = request.currency();
    startsAt = request.startsAt();
    salesStartAt = request.salesStartAt();
    salesEndAt = request.salesEndAt();
    types.clear();
    request
        .ticketTypes()
        .forEach(type -> types.add(new Type(type.id(), type.priceMinor(), type.capacity())));
  }

  /// What an organizer would write who changes nothing.
  EventRequest unchanged() {
    List<EventRequest.TypeRequest> same = new ArrayList<>();
    for (Type type : types) {
      same.add(new EventRequest.TypeRequest(type.id, "Place", type.priceMinor, type.capacity));
    }
    return new EventRequest(
        "Modèle",
        null,
        null,
        startsAt,
        null,
        null,
        salesStartAt,
        salesEndAt,
        capacity,
        currency,
        perOrder,
        perAccount,
        same,
        status,
        null);
  }

  @Override
  public String toString() {
    return "event %s %s of %d".formatted(id, status, capacity);
  }
}
