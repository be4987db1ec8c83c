package org.billetterie.auth.start;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.register.NewAccounts;
import org.billetterie.kit.DemoAccounts;
import org.billetterie.kit.DemoFurnishing;
import org.billetterie.kit.database.Database;

/// Makes the logins of the demo where they are missing.
@Singleton
final class DemoLogins {
  private static final String REQUEST_ID = "demo-world";

  private final Database database;
  private final AccountStore store;
  private final NewAccounts accounts;
  private final Passwords passwords;
  private final Clock clock;
  private final DemoFurnishing furnishing = new DemoFurnishing();

  DemoLogins(
      Database database,
      AccountStore store,
      NewAccounts accounts,
      Passwords passwords,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// Beside the start: who signs in in that second is refused as unknown.
  void begin() {
    furnishing.begin("demo-logins", this::make);
  }

  boolean isComplete() {
    return furnishing.isComplete();
  }

  private void make() {
    List<DemoAccounts.Login> missing =
        DemoAccounts.ALL.stream().filter(login -> !isKnown(login)).toList();
    if (missing.isEmpty()) {
      return;
    }
    // One hash for all of them: it is one password, and each hash takes 0.3 s.
    String hash = passwords.hash(DemoAccounts.PASSWORD);
    missing.forEach(login -> accounts.insert(account(login, hash), REQUEST_ID));
  }

  private Account account(DemoAccounts.Login login, String hash) {
    return new Account(
        login.id(),
        login.email(),
        login.name(),
        "fr",
        login.role(),
        1,
        false,
        hash,
        false,
        clock.instant());
  }

  private boolean isKnown(DemoAccounts.Login login) {
    return database.read(handle ->
        store.find(handle, login.id()).isPresent()
            || store.findByEmail(handle, login.email()).isPresent());
  }
}
