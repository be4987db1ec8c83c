package org.billetterie.webd.account;

import java.time.Clock;
import org.billetterie.kit.database.Database;

/// The real accounts of webd, for tests that are no part of their package.
public final class TestAccounts {
  private final Accounts accounts;

  public TestAccounts(Database database, Clock clock) {
    accounts = new Accounts(database, clock);
  }

  public Accounts accounts() {
    return accounts;
  }

  /// As if the feed had just answered.
  public void heard() {
    accounts.heard();
  }
}
