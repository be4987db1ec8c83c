package org.billetterie.auth.start;

import jakarta.inject.Singleton;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.register.FirstPassword;
import org.billetterie.auth.register.NewAccounts;
import org.billetterie.kit.DemoAccounts;
import org.billetterie.kit.database.Database;

/// Makes the logins of the demo where they are missing.
@Singleton
final class DemoLogins {
  private static final String REQUEST_ID = "demo-world";

  private final Database database;
  private final AccountStore store;
  private final NewAccounts accounts;

  DemoLogins(Database database, AccountStore store, NewAccounts accounts) {
    this.database = database;
    this.store = store;
    this.accounts = accounts;
  }

  void make() {
    for (DemoAccounts.Login login : DemoAccounts.ALL) {
      boolean known =
          database.read(handle ->
              store.find(handle, login.id()).isPresent()
                  || store.findByEmail(handle, login.email()).isPresent());
      if (!known) {
        accounts.add(
            login.id(),
            new Email(login.email()),
            login.name(),
            "fr",
            login.role(),
            FirstPassword.chosen(DemoAccounts.PASSWORD),
            REQUEST_ID);
      }
    }
  }
}
