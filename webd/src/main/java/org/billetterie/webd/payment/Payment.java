package org.billetterie.webd.payment;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.Ids;

/// One attempt to pay an order.
public record Payment(
    UUID eventId,
    UUID id,
    UUID orderId,
    String provider,
    long amountMinor,
    String currency,
    Status status,
    Instant createdAt) {
  public enum Status {
    CREATED,
    CONFIRMED,
    FAILED
  }

  public static Payment of(
      UUID eventId,
      UUID orderId,
      String provider,
      long amountMinor,
      String currency,
      Status status,
      Instant now) {
    return new Payment(eventId, Ids.next(), orderId, provider, amountMinor, currency, status, now);
  }
}
