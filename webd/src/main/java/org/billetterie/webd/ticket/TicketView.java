package org.billetterie.webd.ticket;

import java.time.Instant;
import java.util.UUID;

/// A ticket as its holder sees it.
///
/// @param code what the QR at `/api/tickets/{id}.svg` shows
public record TicketView(
    UUID id,
    String code,
    TicketStatus status,
    UUID eventId,
    String eventTitle,
    String venue,
    Instant startsAt,
    String timezone,
    UUID ticketTypeId,
    String ticketTypeName,
    long priceMinor,
    String currency,
    UUID orderId,
    String orderCode,
    boolean testPayment,
    Instant issuedAt) {}
