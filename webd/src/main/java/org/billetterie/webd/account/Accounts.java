package org.billetterie.webd.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.kit.token.TokenGuard;
import org.billetterie.webd.WebdProblem;

/// The accounts as this replica knows them: in memory for every request, in the database for the
/// next start.
///
/// An account or a newer role that the feed has not told of yet is believed from the signed token,
/// so that registering and buying work at once; an older role, an ended session, a disabled or
/// deleted account are not.
@ApplicationScoped
public class Accounts implements TokenGuard {
  private static final Duration FEED_SILENCE_MAX = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(16);

  private final Database database;
  private final Clock clock;
  private final Map<UUID, AccountState> states = new ConcurrentHashMap<>();
  private final Set<UUID> endedSessions = ConcurrentHashMap.newKeySet();
  private volatile Instant heardAt = Instant.EPOCH;

  Accounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    database.read(handle -> {
      AccountStore.all(handle).forEach(state -> states.put(state.id(), state));
      return endedSessions.addAll(AccountStore.endedSessions(handle));
    });
  }

  @Override
  public void check(AccessToken token) {
    if (endedSessions.contains(token.sessionId())) {
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
    AccountState state = states.get(token.accountId());
    boolean refused =
        state != null && (!state.usable() || token.roleVersion() < state.roleVersion());
    if (refused) {
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
  }

  /// Remembers an organizer whose event arrives before the feed has told of them.
  public void meet(org.jdbi.v3.core.Handle handle, AccessToken token) {
    AccountStore.putIfAbsent(
        handle, token.accountId(), token.name(), token.role(), token.roleVersion());
  }

  /// @throws Problem 503 when the feed has been silent for 30 s: whoever edits events might have
  ///   lost that right meanwhile
  public void checkFresh() {
    if (!fresh()) {
      throw Problem.of(WebdProblem.ACCOUNTS_FEED_STALE).retryAfter(5);
    }
  }

  /// Whether the feed was heard within the last 30 s.
  public boolean fresh() {
    return !clock.instant().isAfter(heardAt.plus(FEED_SILENCE_MAX));
  }

  void heard() {
    heardAt = clock.instant();
  }

  long cursor() {
    return database.read(AccountStore::cursor);
  }

  /// Takes one page of the feed: on disk first, then in memory.
  void apply(FeedPage page, long cursor) {
    Instant now = clock.instant();
    List<UUID> old =
        database.write(handle -> {
          for (FeedPage.Change change : page.items()) {
            AccountStore.put(handle, change.state());
            change.endedSessions().forEach(id -> AccountStore.endSession(handle, id, now));
          }
          AccountStore.moveCursor(handle, cursor);
          return AccountStore.forgetSessions(handle, now.minus(TOKEN_LIFE));
        });
    for (FeedPage.Change change : page.items()) {
      states.put(change.accountId(), change.state());
      endedSessions.addAll(change.endedSessions());
    }
    old.forEach(endedSessions::remove);
  }
}
