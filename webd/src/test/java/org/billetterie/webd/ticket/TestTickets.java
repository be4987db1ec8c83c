package org.billetterie.webd.ticket;

import java.security.SecureRandom;
import java.util.UUID;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;

/// The real tickets, for tests that are no part of their package.
public final class TestTickets {
  private TestTickets() {}

  public static Tickets of(Database database) {
    return new Tickets(database, new SecureRandom());
  }

  public static Page<TicketView> list(Database database, UUID accountId, String cursor, int limit) {
    return of(database).list(accountId, cursor, limit);
  }

  public static TicketView find(Database database, UUID id, UUID accountId) {
    return of(database).find(id, accountId);
  }
}
