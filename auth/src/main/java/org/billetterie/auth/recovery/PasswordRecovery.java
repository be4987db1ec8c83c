package org.billetterie.auth.recovery;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.feed.Feed;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.session.Sessions;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.StructuredLog;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.jboss.logging.Logger;

/// Sets a password for who holds a link. Nobody is signed in by it, and all sessions end.
@Singleton
public final class PasswordRecovery {
  private static final Logger LOG = Logger.getLogger("billetterie.account");

  private final Database database;
  private final AccountStore accounts;
  private final RecoveryLinks links;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Feed feed;

  PasswordRecovery(
      Database database,
      AccountStore accounts,
      RecoveryLinks links,
      Passwords passwords,
      Sessions sessions,
      Feed feed) {
    this.database = database;
    this.accounts = accounts;
    this.links = links;
    this.passwords = passwords;
    this.sessions = sessions;
    this.feed = feed;
  }

  /// Makes a link for an account whose owner has forgotten the password; the password stays good
  /// until the link is used.
  ///
  /// @param by the Admin
  /// @throws Problem 404
  public RecoveryLinks.Made offer(UUID accountId, UUID by, String requestId) {
    RecoveryLinks.Made made =
        database.write(handle -> {
          accounts.find(handle, accountId).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
          return links.make(handle, accountId, Purpose.PASSWORD, by.toString());
        });
    StructuredLog.write(
        LOG,
        Logger.Level.INFO,
        "password link made",
        Map.of("requestId", requestId, "accountId", by, "subjectId", accountId));
    return made;
  }

  /// Whose password the link would set.
  ///
  /// @throws Problem 410 `recovery-link-ended`
  Offered look(String token) {
    RecoveryLinks.Usable link = links.find(token, Purpose.PASSWORD);
    Account account = account(link);
    return new Offered(account.email(), account.name(), link.expiresAt());
  }

  /// @throws Problem 410 `recovery-link-ended`, also for a disabled account; 503 `overloaded`: the
  ///   link is still good
  void setPassword(String token, String password, String requestId) {
    RecoveryLinks.Usable link = links.find(token, Purpose.PASSWORD);
    account(link);
    String hash = passwords.hash(password);
    feed.change(
        requestId,
        (handle, lines) -> {
          links.use(handle, link);
          Account account =
              accounts
                  .find(handle, link.accountId())
                  .filter(found -> !found.disabled())
                  .orElseThrow(RecoveryLinks::ended);
          accounts.update(handle, account.withPassword(hash, false));
          List<UUID> ended = sessions.endAll(handle, account.id(), null);
          lines.changed(account, ended);
          return null;
        });
    StructuredLog.write(
        LOG,
        Logger.Level.INFO,
        "password set by a link",
        Map.of("requestId", requestId, "accountId", link.accountId()));
  }

  private Account account(RecoveryLinks.Usable link) {
    return database
        .read(handle -> accounts.find(handle, link.accountId()))
        .filter(found -> !found.disabled())
        .orElseThrow(RecoveryLinks::ended);
  }

  record Offered(String email, String name, java.time.Instant expiresAt) {}
}
