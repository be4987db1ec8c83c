package org.billetterie.auth.session;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.billetterie.auth.account.Account;
import org.jdbi.v3.core.Handle;

/// Opens bearer sessions for many new accounts at once, for load tests.
@Singleton
public final class LoadTestSessions {
  private final Sessions sessions;

  LoadTestSessions(Sessions sessions) {
    this.sessions = sessions;
  }

  /// @param transaction writes the accounts and then calls what it is given
  /// @return an access token of each account, in their order
  public List<String> open(
      List<Account> accounts,
      Function<Function<Handle, List<Sessions.Opened>>, List<Sessions.Opened>> transaction) {
    List<Sessions.Opened> opened =
        transaction.apply(handle ->
            accounts.stream()
                .map(account -> sessions.open(handle, account, Session.Kind.BEARER))
                .toList());
    return opened.parallelStream().map(each -> sessions.grant(each).accessToken()).toList();
  }
}
