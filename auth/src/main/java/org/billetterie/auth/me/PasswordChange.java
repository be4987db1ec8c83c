package org.billetterie.auth.me;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.feed.Feed;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.recovery.Purpose;
import org.billetterie.auth.recovery.RecoveryLinks;
import org.billetterie.auth.session.Sessions;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.StructuredLog;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.AccessToken;
import org.jboss.logging.Logger;

/// Changes a password for who knows the old one.
@Singleton
final class PasswordChange {
  private static final Logger LOG = Logger.getLogger("billetterie.account");

  private final Database database;
  private final AccountStore accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final RecoveryLinks links;
  private final Feed feed;

  PasswordChange(
      Database database,
      AccountStore accounts,
      Passwords passwords,
      Sessions sessions,
      RecoveryLinks links,
      Feed feed) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.links = links;
    this.feed = feed;
  }

  /// @throws Problem 422 when the current password is wrong
  void change(AccessToken caller, String current, String next, String requestId) {
    Account before =
        database
            .read(handle -> accounts.find(handle, caller.accountId()))
            .orElseThrow(() -> Problem.of(CommonProblem.SESSION_ENDED));
    if (!passwords.matches(current, before.passwordHash())) {
      throw wrong();
    }
    String hash = passwords.hash(next);
    feed.change(
        requestId,
        (handle, lines) -> {
          Account account =
              accounts
                  .find(handle, before.id())
                  .filter(now -> now.passwordHash().equals(before.passwordHash()))
                  .orElseThrow(PasswordChange::wrong);
          accounts.update(handle, account.withPassword(hash, false));
          links.endAll(handle, account.id(), Purpose.PASSWORD);
          List<UUID> ended = sessions.endAll(handle, account.id(), caller.sessionId());
          lines.changed(account, ended);
          return null;
        });
    StructuredLog.write(
        LOG,
        Logger.Level.INFO,
        "password changed",
        Map.of("requestId", requestId, "accountId", before.id()));
  }

  private static Problem wrong() {
    return Problem.field("/currentPassword", "wrong-password");
  }
}
