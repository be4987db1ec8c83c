package org.billetterie.auth.session;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.feed.Feed;
import org.billetterie.auth.secret.Secrets;
import org.billetterie.auth.token.Tokens;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.StructuredLog;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// The rules of sessions. A session lasts 30 days at most; its refresh token is replaced at each
/// use. A replaced token that comes back within 10 seconds is another tab's and gets what the first
/// one got; later, somebody has a copy: the session ends for both.
@Singleton
public final class Sessions {
  static final Duration LIFE = Duration.ofDays(30);
  static final Duration REUSE_ALLOWED = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger("billetterie.session");
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

  private final Database database;
  private final SessionStore store;
  private final AccountStore accounts;
  private final Feed feed;
  private final Tokens tokens;
  private final Clock clock;
  private final RefreshTokens refreshTokens;

  Sessions(
      Database database,
      SessionStore store,
      AccountStore accounts,
      Feed feed,
      Tokens tokens,
      Secrets secrets,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.accounts = accounts;
    this.feed = feed;
    this.tokens = tokens;
    this.clock = clock;
    this.refreshTokens = new RefreshTokens(secrets.refreshKey(), new SecureRandom());
  }

  /// Opens a session within the transaction that found the account to be in order.
  ///
  /// @return what to give once that transaction is committed
  Opened open(Handle handle, Account account, Session.Kind kind) {
    Instant now = clock.instant();
    Session session = new Session(Ids.next(), account.id(), kind, now.plus(LIFE), null);
    String refreshToken = refreshTokens.first();
    store.insert(handle, session, now);
    store.insertToken(handle, RefreshTokens.hash(refreshToken), session.id());
    return new Opened(account, session, refreshToken);
  }

  Grant grant(Opened opened) {
    return new Grant(
        opened.account,
        opened.session.kind(),
        tokens.sign(opened.account, opened.session.id()),
        opened.refreshToken,
        tokens.life(),
        Duration.between(clock.instant(), opened.session.expiresAt()));
  }

  /// Replaces a refresh token and gives a new access token with the account's role of now.
  ///
  /// @throws Problem 401 `session-ended` for a token that is unknown, of an ended session, or a
  ///   copy
  Grant refresh(String presented, String requestId) {
    Opened refreshed = database.write(handle -> refresh(handle, presented));
    if (refreshed.refreshToken == null) {
      endForReuse(refreshed.session, requestId);
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
    return grant(refreshed);
  }

  private Opened refresh(Handle handle, String presented) {
    Instant now = clock.instant();
    String hash = RefreshTokens.hash(presented);
    SessionStore.StoredToken stored = store.findToken(handle, hash).orElseThrow(Sessions::ended);
    Session session =
        store
            .find(handle, stored.sessionId())
            .filter(found -> found.isLive(now))
            .orElseThrow(Sessions::ended);
    Account account =
        accounts
            .find(handle, session.accountId())
            .filter(found -> !found.disabled())
            .orElseThrow(Sessions::ended);
    if (stored.usedAt() == null) {
      String next = refreshTokens.successor(presented);
      store.markUsed(handle, hash, session.id(), now);
      store.insertToken(handle, RefreshTokens.hash(next), session.id());
      return new Opened(account, session, next);
    }
    if (stored.usedAt().plus(REUSE_ALLOWED).isBefore(now)) {
      return new Opened(account, session, null);
    }
    store.markRefreshed(handle, session.id(), now);
    return new Opened(account, session, newest(handle, presented));
  }

  /// The end of the chain that began with a token used a moment ago.
  private String newest(Handle handle, String used) {
    String next = refreshTokens.successor(used);
    while (store.findToken(handle, RefreshTokens.hash(next)).orElseThrow(Sessions::ended).usedAt()
        != null) {
      next = refreshTokens.successor(next);
    }
    return next;
  }

  private void endForReuse(Session session, String requestId) {
    if (end(session.id(), requestId)) {
      StructuredLog.write(
          LOG,
          Logger.Level.WARN,
          "a replaced refresh token came back: its session was ended",
          Map.of(
              "requestId", requestId, "accountId", session.accountId(), "sessionId", session.id()));
    }
  }

  /// Ends the session of that refresh token, if there is one.
  void endByToken(String presented, String requestId) {
    database
        .read(handle -> store.findToken(handle, RefreshTokens.hash(presented)))
        .ifPresent(stored -> end(stored.sessionId(), requestId));
  }

  /// Ends a session: its refresh token is dead at once, its access token here at once and at webd
  /// within 5 s.
  ///
  /// @return whether it lasted until now
  boolean end(UUID sessionId, String requestId) {
    Optional<Account> ended =
        feed.change(
            requestId,
            (handle, lines) -> {
              if (!store.end(handle, sessionId, clock.instant())) {
                return Optional.<Account>empty();
              }
              Session session = store.find(handle, sessionId).orElseThrow();
              Account account = accounts.find(handle, session.accountId()).orElseThrow();
              lines.changed(account, List.of(sessionId));
              return Optional.of(account);
            });
    ended.ifPresent(account ->
        StructuredLog.write(
            LOG,
            Logger.Level.INFO,
            "session ended",
            Map.of("requestId", requestId, "accountId", account.id(), "sessionId", sessionId)));
    return ended.isPresent();
  }

  /// Ends all sessions of an account but one, within a transaction that changes the account.
  ///
  /// @param kept the one that goes on; null for none
  /// @return those to be named in the feed
  public List<UUID> endAll(Handle handle, UUID accountId, UUID kept) {
    Instant now = clock.instant();
    return store.endAll(handle, accountId, kept, now, now.minus(tokens.life()).minusSeconds(60));
  }

  @Scheduled(every = "1h", delayed = "5m")
  void deleteOlder() {
    Instant before = clock.instant().minus(KEPT_AFTER_END);
    database.write(handle -> store.deleteOlder(handle, before));
  }

  private static Problem ended() {
    return Problem.of(CommonProblem.SESSION_ENDED);
  }

  /// @param refreshToken null when the presented one was a copy
  public record Opened(Account account, Session session, String refreshToken) {}
}
