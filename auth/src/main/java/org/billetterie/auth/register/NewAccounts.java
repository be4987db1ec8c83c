package org.billetterie.auth.register;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.billetterie.auth.AuthProblem;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.feed.Feed;
import org.billetterie.auth.password.Passwords;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Role;

/// Makes accounts: for those who register, for those whom an Admin brings, for the demo.
@Singleton
public final class NewAccounts {
  private final Database database;
  private final AccountStore store;
  private final Passwords passwords;
  private final Feed feed;
  private final Clock clock;

  NewAccounts(Database database, AccountStore store, Passwords passwords, Feed feed, Clock clock) {
    this.database = database;
    this.store = store;
    this.passwords = passwords;
    this.feed = feed;
    this.clock = clock;
  }

  /// @param locale `fr` or `en`
  /// @throws Problem 409 `email-taken`; 503 `overloaded`
  public Account add(
      Email email,
      String name,
      String locale,
      Role role,
      FirstPassword password,
      String requestId) {
    if (database.read(handle -> store.findByEmail(handle, email.text())).isPresent()) {
      throw Problem.of(AuthProblem.EMAIL_TAKEN);
    }
    String hash = passwords.hash(password.text());
    Account account =
        new Account(
            Ids.next(),
            email.text(),
            name,
            locale,
            role,
            1,
            false,
            hash,
            password.temporary(),
            clock.instant());
    return insert(account, requestId);
  }

  /// An account whose id is known beforehand and whose password is hashed already.
  ///
  /// @throws Problem 409 `email-taken`
  public Account insert(Account account, String requestId) {
    return feed.change(
        requestId,
        (handle, lines) -> {
          if (!store.insert(handle, account)) {
            throw Problem.of(AuthProblem.EMAIL_TAKEN);
          }
          lines.changed(account, List.of());
          return account;
        });
  }
}
