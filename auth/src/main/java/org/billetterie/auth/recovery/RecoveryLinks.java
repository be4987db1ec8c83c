package org.billetterie.auth.recovery;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.billetterie.auth.AuthProblem;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.jdbi.v3.core.Handle;

/// Makes links that can be used once, and says whether one still can.
///
/// Of one account and purpose only the newest link is good. A link ends when it is used, when its
/// time is over, and when what it would change is changed by other means ([#endAll]).
@Singleton
public final class RecoveryLinks {
  private static final int TOKEN_BYTES = 32;
  private static final Duration KEPT_AFTER_END = Duration.ofDays(30);

  private final Database database;
  private final RecoveryStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RecoveryLinks(Database database, RecoveryStore store, Clock clock) {
    this.database = database;
    this.store = store;
    this.clock = clock;
  }

  /// Makes a link within the caller's transaction; earlier ones of the purpose end.
  ///
  /// @param createdBy who asks for it: an account id
  public Made make(Handle handle, UUID accountId, Purpose purpose, String createdBy) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(purpose.life());
    store.endAll(handle, accountId, purpose, now);
    store.insert(
        handle, new RecoveryLink(hash(token), accountId, purpose, createdBy, now, expiresAt));
    return new Made(token, expiresAt);
  }

  /// @throws Problem 410 `recovery-link-ended` for a link that is unknown, used or too old
  Usable find(String token, Purpose purpose) {
    return database
        .read(handle -> store.findUsable(handle, hash(token), purpose, clock.instant()))
        .map(link -> new Usable(link.hash(), link.accountId(), link.expiresAt()))
        .orElseThrow(RecoveryLinks::ended);
  }

  /// Uses the link up within the transaction that does what it is for.
  ///
  /// @throws Problem 410 when somebody else was faster
  void use(Handle handle, Usable link) {
    if (!store.use(handle, link.hash, clock.instant())) {
      throw ended();
    }
  }

  /// No link of the account for this purpose is good any more.
  public void endAll(Handle handle, UUID accountId, Purpose purpose) {
    store.endAll(handle, accountId, purpose, clock.instant());
  }

  static Problem ended() {
    return Problem.of(AuthProblem.RECOVERY_LINK_ENDED);
  }

  @Scheduled(every = "1h", delayed = "6m")
  void deleteOlder() {
    Instant before = clock.instant().minus(KEPT_AFTER_END);
    database.write(handle -> store.deleteOlder(handle, before));
  }

  private static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// A link that was just made.
  ///
  /// @param token what the link's fragment holds; shown once, kept nowhere
  public record Made(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Made[" + expiresAt + "]";
    }
  }

  record Usable(String hash, UUID accountId, Instant expiresAt) {}
}
