package org.billetterie.webd.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.billetterie.webd.order.OrderStatus;

/// An order as it should be.
final class ModelOrder {
  UUID id;
  final ModelEvent event;
  final UUID account;
  final Map<UUID, Integer> seatsByType;
  final long totalMinor;
  final Instant expiresAt;
  OrderStatus status;
  boolean refunded;

  ModelOrder(
      ModelEvent event,
      UUID account,
      Map<UUID, Integer> seatsByType,
      long totalMinor,
      Instant expiresAt) {
    this.event = event;
    this.account = account;
    this.seatsByType = seatsByType;
    this.totalMinor = totalMinor;
    this.expiresAt = expiresAt;
    this.status = totalMinor == 0 ? OrderStatus.PAID : OrderStatus.PENDING;
  }

  int seats() {
    return seatsByType.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// PENDING or PAID: its seats are taken.
  boolean takes() {
    return status == OrderStatus.PENDING || status == OrderStatus.PAID;
  }

  int ticketsThatAdmit() {
    return status == OrderStatus.PAID ? seats() : 0;
  }

  @Override
  public String toString() {
    return "order %s %s of %s".formatted(id, status, seatsByType);
  }
}
