package org.billetterie.webd.sale;

import java.util.Map;
import java.util.UUID;

/// One buyer's wish: seats of one event by ticket type, all of them or none.
public record Placing(Idempotency.Request request, Map<UUID, Integer> seats) {
  public UUID eventId() {
    return request.eventId();
  }

  public Holder holder() {
    return new Holder(request.eventId(), request.accountId());
  }

  public int seatCount() {
    return seats.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// An account at one event.
  public record Holder(UUID eventId, UUID accountId) {}
}
