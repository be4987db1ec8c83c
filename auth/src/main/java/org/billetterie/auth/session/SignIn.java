package org.billetterie.auth.session;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.billetterie.auth.AuthProblem;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.password.Passwords;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.jdbi.v3.core.Handle;

/// Checks a password and opens a session.
@Singleton
final class SignIn {
  private static final int ATTEMPTS = 2;

  private final Database database;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final Sessions sessions;

  SignIn(Database database, AccountStore accounts, Passwords passwords, Sessions sessions) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /// @throws Problem 401 `bad-credentials`, alike and in the same time for an unknown address and a
  ///   wrong password; 401 `account-disabled` only to who knows the password
  Grant signIn(String email, String password, Session.Kind kind) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Account> found = database.read(handle -> accounts.findByEmail(handle, email));
      if (found.isEmpty()) {
        passwords.matchNobody(password);
        throw refused();
      }
      Account account = found.get();
      if (!passwords.matches(password, account.passwordHash())) {
        throw refused();
      }
      boolean outdated = passwords.isOutdated(account.passwordHash());
      String newerHash = outdated ? passwords.hash(password) : account.passwordHash();
      Optional<Sessions.Opened> opened =
          database.write(handle -> open(handle, account, newerHash, kind));
      if (opened.isPresent()) {
        return sessions.grant(opened.get());
      }
    }
    throw refused();
  }

  /// The account is read once more, for it may have changed while the password was being hashed.
  ///
  /// @return empty when its hash did: look again
  private Optional<Sessions.Opened> open(
      Handle handle, Account checked, String newerHash, Session.Kind kind) {
    Account account = accounts.find(handle, checked.id()).orElseThrow(SignIn::refused);
    if (!account.passwordHash().equals(checked.passwordHash())) {
      return Optional.empty();
    }
    if (account.disabled()) {
      throw Problem.of(AuthProblem.ACCOUNT_DISABLED);
    }
    if (!newerHash.equals(account.passwordHash())) {
      accounts.update(handle, account.withNewerHash(newerHash));
    }
    return Optional.of(sessions.open(handle, account, kind));
  }

  private static Problem refused() {
    return Problem.of(AuthProblem.BAD_CREDENTIALS);
  }
}
