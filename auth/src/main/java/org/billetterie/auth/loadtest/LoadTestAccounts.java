package org.billetterie.auth.loadtest;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.feed.Feed;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.session.LoadTestSessions;
import org.billetterie.kit.Ids;
import org.billetterie.kit.token.Role;

/// Makes many accounts fast: they share one password hash, and nobody knows the password.
@Singleton
final class LoadTestAccounts {
  private final AccountStore store;
  private final Passwords passwords;
  private final LoadTestSessions sessions;
  private final Feed feed;
  private final Clock clock;

  LoadTestAccounts(
      AccountStore store, Passwords passwords, LoadTestSessions sessions, Feed feed, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.sessions = sessions;
    this.feed = feed;
    this.clock = clock;
  }

  /// @return a bearer token of each
  List<String> make(int count, String requestId) {
    String hash = passwords.hash(passwords.random());
    List<Account> accounts = new ArrayList<>(count);
    for (int n = 1; n <= count; n++) {
      accounts.add(account(n, hash));
    }
    return sessions.open(
        accounts,
        open ->
            feed.change(
                requestId,
                (handle, lines) -> {
                  accounts.forEach(account -> {
                    store.insert(handle, account);
                    lines.changed(account, List.of());
                  });
                  return open.apply(handle);
                }));
  }

  private Account account(int n, String hash) {
    var id = Ids.next();
    return new Account(
        id,
        "%s@load.example".formatted(id),
        "Acheteur %d".formatted(n),
        "fr",
        Role.USER,
        1,
        false,
        hash,
        false,
        clock.instant());
  }
}
