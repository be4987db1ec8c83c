package org.billetterie.webd.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.ticket.Ticket;

/// An order as its buyer sees it.
///
/// @param expiresAt until when a PENDING order holds its seats
/// @param tickets empty until the order is PAID
public record OrderView(
    UUID id,
    String code,
    UUID eventId,
    String eventTitle,
    Instant eventStartsAt,
    String eventVenue,
    String eventTimezone,
    OrderStatus status,
    Instant placedAt,
    Instant expiresAt,
    long totalMinor,
    String currency,
    boolean testPayment,
    List<LineView> lines,
    List<TicketView> tickets) {

  public record LineView(UUID ticketTypeId, String name, int quantity, long unitPriceMinor) {}

  public record TicketView(UUID id, UUID ticketTypeId, String code, String status) {
    static TicketView of(Ticket ticket) {
      return new TicketView(
          ticket.id(), ticket.ticketTypeId(), ticket.code(), ticket.status().name());
    }
  }

  static OrderView of(Order order, Event event, List<Ticket> tickets) {
    return new OrderView(
        order.id(),
        order.code(),
        order.eventId(),
        order.eventTitle(),
        event.startsAt(),
        event.venue(),
        event.timezone(),
        order.status(),
        order.placedAt(),
        order.expiresAt(),
        order.totalMinor(),
        order.currency(),
        order.testPayment(),
        order.lines().stream()
            .map(line ->
                new LineView(
                    line.ticketTypeId(),
                    line.ticketTypeName(),
                    line.quantity(),
                    line.unitPriceMinor()))
            .toList(),
        tickets.stream().map(TicketView::of).toList());
  }
}
