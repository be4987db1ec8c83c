package org.billetterie.auth.admin;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.billetterie.auth.AuthProblem;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.feed.Feed;
import org.billetterie.auth.recovery.Purpose;
import org.billetterie.auth.recovery.RecoveryLinks;
import org.billetterie.auth.session.Sessions;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.http.StructuredLog;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Role;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// The rules by which accounts are administered. At any time at least one Admin can sign in: the
/// last one can be neither demoted nor disabled nor deleted, by nobody.
@Singleton
final class Accounts {
  private static final Logger LOG = Logger.getLogger("billetterie.account");

  private final Database database;
  private final AccountStore store;
  private final Sessions sessions;
  private final RecoveryLinks links;
  private final Feed feed;

  Accounts(
      Database database, AccountStore store, Sessions sessions, RecoveryLinks links, Feed feed) {
    this.database = database;
    this.store = store;
    this.sessions = sessions;
    this.links = links;
    this.feed = feed;
  }

  Page<Account> search(String asked, String cursor, int limit) {
    String beforeId = Page.place(cursor);
    return Page.of(
        database.read(handle -> store.search(handle, asked, beforeId, limit)),
        limit,
        account -> account.id().toString());
  }

  /// @throws Problem 404
  Account find(UUID id) {
    return database
        .read(handle -> store.find(handle, id))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /// @param role null leaves it
  /// @param disabled null leaves it
  /// @throws Problem 404; 409 `last-admin`
  Account change(UUID id, Role role, Boolean disabled, By by) {
    Account changed =
        change(
            id,
            by,
            before -> {
              Account after = before;
              if (role != null && role != before.role()) {
                after = after.withRole(role);
              }
              if (disabled != null && disabled != before.disabled()) {
                after = after.withDisabled(disabled);
              }
              return after;
            });
    log("account changed", changed, by);
    return changed;
  }

  /// Gives the account a password that its owner did not choose, and ends all its sessions.
  Account resetPassword(UUID id, String passwordHash, By by) {
    Account changed = change(id, by, before -> before.withPassword(passwordHash, true));
    log("password reset", changed, by);
    return changed;
  }

  /// @throws Problem 404; 409 `last-admin`
  void delete(UUID id, By by) {
    Account deleted =
        feed.change(
            by.requestId(),
            (handle, lines) -> {
              Account account = existing(handle, id);
              refuseForLastAdmin(handle, account, false);
              List<UUID> ended = sessions.endAll(handle, id, null);
              store.delete(handle, id);
              lines.deleted(account, ended);
              return account;
            });
    log("account deleted", deleted, by);
  }

  private Account change(UUID id, By by, Function<Account, Account> edit) {
    return feed.change(
        by.requestId(),
        (handle, lines) -> {
          Account before = existing(handle, id);
          Account after = edit.apply(before);
          if (after.equals(before)) {
            return before;
          }
          refuseForLastAdmin(handle, before, after.isActiveAdmin());
          store.update(handle, after);
          lines.changed(after, endedBy(handle, before, after));
          return after;
        });
  }

  /// A new role is taken on within a session; being disabled or getting another password ends all.
  private List<UUID> endedBy(Handle handle, Account before, Account after) {
    boolean ends =
        after.disabled() != before.disabled()
            || !after.passwordHash().equals(before.passwordHash());
    if (!ends) {
      return List.of();
    }
    links.endAll(handle, after.id(), Purpose.PASSWORD);
    return sessions.endAll(handle, after.id(), null);
  }

  private Account existing(Handle handle, UUID id) {
    return store.find(handle, id).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  private void refuseForLastAdmin(Handle handle, Account before, boolean staysActiveAdmin) {
    boolean last =
        before.isActiveAdmin()
            && !staysActiveAdmin
            && !store.hasOtherActiveAdmin(handle, before.id());
    if (last) {
      throw Problem.of(AuthProblem.LAST_ADMIN);
    }
  }

  private static void log(String message, Account account, By by) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("requestId", by.requestId());
    fields.put("accountId", by.who());
    fields.put("subjectId", account.id());
    fields.put("role", account.role().wire());
    fields.put("roleVersion", account.roleVersion());
    fields.put("disabled", account.disabled());
    StructuredLog.write(LOG, Logger.Level.INFO, message, fields);
  }

  /// Who changes an account.
  ///
  /// @param who the Admin's account id, or `machine` for a command typed on the machine
  record By(String who, String requestId) {}
}
