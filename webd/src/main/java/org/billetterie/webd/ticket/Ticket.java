package org.billetterie.webd.ticket;

import java.time.Instant;
import java.util.UUID;

/// One admission.
///
/// @param secret 128 random bits in hexadecimal: what nobody can guess of the code
public record Ticket(
    UUID eventId,
    UUID id,
    UUID orderId,
    int lineNo,
    UUID ticketTypeId,
    UUID accountId,
    String secret,
    TicketStatus status,
    Instant issuedAt) {

  /// What the QR shows: the id, by which the ticket is found, and its secret.
  public String code() {
    return TicketCode.of(id, secret);
  }

  @Override
  public String toString() {
    return "Ticket[" + id + "]";
  }
}
