package org.billetterie.webd.order;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.billetterie.webd.ticket.Tickets;

/// One purchase, from the hold to the tickets.
///
/// @param code short and readable, for people
/// @param eventTitle as it was when the order was placed
/// @param expiresAt null for an order that was free, and so paid at once
public record Order(
    UUID eventId,
    UUID id,
    String code,
    UUID accountId,
    OrderStatus status,
    int seats,
    long totalMinor,
    String currency,
    String eventTitle,
    boolean testPayment,
    Instant placedAt,
    Instant expiresAt,
    List<OrderLine> lines) {

  /// Seats of each ticket type.
  Map<UUID, Integer> seatsByType() {
    Map<UUID, Integer> seats = new LinkedHashMap<>();
    lines.forEach(line -> seats.merge(line.ticketTypeId(), line.quantity(), Integer::sum));
    return seats;
  }

  /// One seat for each ticket to issue.
  List<Tickets.Seat> admissions() {
    return lines.stream()
        .flatMap(line ->
            Stream.generate(() ->
                    new Tickets.Seat(eventId, id, line.number(), line.ticketTypeId(), accountId))
                .limit(line.quantity()))
        .toList();
  }
}
