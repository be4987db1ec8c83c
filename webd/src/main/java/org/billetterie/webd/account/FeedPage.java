package org.billetterie.webd.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// One page of auth's `GET /internal/accounts`.
///
/// @param last newest number that auth has given; lower than ours means another auth database
record FeedPage(List<Change> items, long last) {
  /// @param endedSessions sessions that may not be used any more
  /// @param requestId of the request that made the change, for the logs
  record Change(
      long seq,
      UUID accountId,
      String email,
      String name,
      String locale,
      Role role,
      int roleVersion,
      boolean disabled,
      Instant deletedAt,
      List<UUID> endedSessions,
      String requestId) {
    AccountState state() {
      return new AccountState(
          accountId, email, name, locale, role, roleVersion, disabled, deletedAt);
    }
  }
}
