package org.billetterie.auth.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.AccessToken;

/// What happened to accounts and sessions within the life of a token. Whatever is older needs no
/// memory: the tokens from before it have ended by themselves.
final class Revocations {
  /// The life of an access token, its leeway, and a minute.
  static final Duration KEPT = Duration.ofMinutes(17);

  private final ConcurrentMap<UUID, Known> accounts = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, Instant> endedSessions = new ConcurrentHashMap<>();

  void add(AccountChange change, Instant now) {
    change.endedSessions().forEach(session -> endedSessions.put(session, now));
    boolean refused = change.disabled() || change.deletedAt() != null;
    accounts.merge(
        change.accountId(),
        new Known(change.seq(), change.roleVersion(), refused, now),
        (known, told) -> known.seq > told.seq ? known : told);
  }

  void check(AccessToken token) {
    if (endedSessions.containsKey(token.sessionId())) {
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
    Known known = accounts.get(token.accountId());
    if (known != null && (known.refused || token.roleVersion() < known.roleVersion)) {
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
  }

  void forgetBefore(Instant instant) {
    endedSessions.values().removeIf(at -> at.isBefore(instant));
    accounts.values().removeIf(known -> known.at.isBefore(instant));
  }

  private record Known(long seq, int roleVersion, boolean refused, Instant at) {}
}
