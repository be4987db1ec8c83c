package org.billetterie.webd.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.jdbi.v3.core.Handle;

/// Issues tickets, and shows holders their own.
@ApplicationScoped
public class Tickets {
  private final Database database;
  private final SecureRandom random;

  Tickets(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
  }

  /// One ticket a seat, in the transaction that pays the order.
  public List<Ticket> issue(Handle handle, List<Seat> seats, Instant now) {
    List<Ticket> tickets =
        seats.stream()
            .map(seat ->
                new Ticket(
                    seat.eventId(),
                    Ids.next(),
                    seat.orderId(),
                    seat.lineNo(),
                    seat.ticketTypeId(),
                    seat.accountId(),
                    TicketCode.nextSecret(random),
                    TicketStatus.VALID,
                    now))
            .toList();
    TicketStore.insert(handle, tickets);
    return tickets;
  }

  /// One seat of an order that was paid.
  public record Seat(UUID eventId, UUID orderId, int lineNo, UUID ticketTypeId, UUID accountId) {}

  Page<TicketView> list(UUID accountId, String cursor, int limit) {
    String before = Page.place(cursor);
    return database.read(handle ->
        Page.of(
            TicketStore.ofAccount(handle, accountId, before, limit),
            limit,
            view -> view.id().toString()));
  }

  /// @throws Problem 404 for anybody else's
  TicketView find(UUID id, UUID accountId) {
    return database.read(handle ->
        TicketStore.find(handle, id, accountId)
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)));
  }
}
