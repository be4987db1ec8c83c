package org.billetterie.auth.feed;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.billetterie.auth.account.Account;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.kit.token.TokenGuard;
import org.jdbi.v3.core.Handle;

/// The door for every change of an account: it numbers the change, writes it into the feed within
/// the same transaction, and tells the tokens in use once it is committed.
@Singleton
public final class Feed implements TokenGuard {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Database database;
  private final FeedStore store;
  private final Clock clock;
  private final Revocations revocations = new Revocations();

  Feed(Database database, FeedStore store, Clock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
    Instant since = clock.instant().minus(Revocations.KEPT);
    database
        .read(handle -> store.since(handle, since))
        .forEach(change -> revocations.add(change, clock.instant()));
  }

  /// Runs one transaction that changes accounts or ends sessions. What it tells the `Lines` is in
  /// the feed when this returns, and no token that it ended is taken any more.
  ///
  /// @param requestId of the request that asks for the change; webd will log it too
  public <T> T change(String requestId, BiFunction<Handle, Lines, T> work) {
    Instant now = clock.instant();
    LinesOfOneChange lines = new LinesOfOneChange(requestId, now);
    T result =
        database.write(handle -> {
          lines.begin(handle);
          return work.apply(handle, lines);
        });
    lines.written.forEach(change -> revocations.add(change, now));
    return result;
  }

  /// @throws Problem 401 when the session was ended, the account disabled or deleted, or the role
  ///   changed after the token was signed
  @Override
  public void check(AccessToken token) {
    revocations.check(token);
  }

  List<AccountChange> after(long number, int limit) {
    return database.read(handle -> store.after(handle, number, limit));
  }

  long last() {
    return database.read(store::last);
  }

  @Scheduled(every = "10m", delayed = "1m")
  void prune() {
    Instant now = clock.instant();
    database.write(handle -> store.prune(handle, now.minus(KEPT)));
    revocations.forgetBefore(now.minus(Revocations.KEPT));
  }

  /// What a transaction has to say.
  public interface Lines {
    /// The account is new, has changed, or has lost sessions.
    void changed(Account account, List<UUID> endedSessions);

    /// The account is gone; older lines forget its personal data.
    void deleted(Account account, List<UUID> endedSessions);
  }

  private final class LinesOfOneChange implements Lines {
    private final List<AccountChange> written = new java.util.ArrayList<>();
    private final String requestId;
    private final Instant now;
    private Handle handle;
    private long firstNumber;

    LinesOfOneChange(String requestId, Instant now) {
      this.requestId = requestId;
      this.now = now;
    }

    /// The number is taken before anything is read: two changes never decide at the same time.
    void begin(Handle opened) {
      handle = opened;
      firstNumber = store.takeNumber(opened);
    }

    @Override
    public void changed(Account account, List<UUID> endedSessions) {
      write(
          new AccountChange(
              number(),
              account.id(),
              account.email(),
              account.name(),
              account.locale(),
              account.role(),
              account.roleVersion(),
              account.disabled(),
              null,
              endedSessions,
              requestId));
    }

    @Override
    public void deleted(Account account, List<UUID> endedSessions) {
      store.forget(handle, account.id());
      write(
          new AccountChange(
              number(),
              account.id(),
              null,
              null,
              null,
              account.role(),
              account.roleVersion() + 1,
              true,
              now,
              endedSessions,
              requestId));
    }

    private long number() {
      return written.isEmpty() ? firstNumber : store.takeNumber(handle);
    }

    private void write(AccountChange change) {
      store.insert(handle, change, now);
      written.add(change);
    }
  }
}
