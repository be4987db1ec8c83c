package org.billetterie.webd.ticket;

import java.security.SecureRandom;
import org.billetterie.kit.database.Database;

/// The real tickets, for tests that are no part of their package.
public final class TestTickets {
  private TestTickets() {}

  public static Tickets of(Database database) {
    return new Tickets(database, new SecureRandom());
  }
}
