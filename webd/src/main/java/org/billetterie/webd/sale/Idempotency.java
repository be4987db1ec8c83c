package org.billetterie.webd.sale;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.jdbi.v3.core.Handle;

/// What a repeated request is answered: the bytes of the first time. Written in the sale's own
/// transaction, so that there is never a sale without its answer or an answer without its sale.
public final class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private Idempotency() {}

  /// What makes two requests the same one.
  ///
  /// @param payloadHash SHA-256 of method, path and body
  public record Request(UUID eventId, UUID accountId, String key, String payloadHash) {
    /// @param key of the `Idempotency-Key` header, 1 to 255 visible ASCII characters
    /// @throws Problem 400 `idempotency-key-missing`
    public static Request of(UUID eventId, UUID accountId, String key, String payload) {
      checkKey(key);
      return new Request(eventId, accountId, key, sha256(payload));
    }
  }

  /// An answer that can be given again.
  public record Answer(int status, String location, String body) {}

  /// @throws Problem 400 for a key that is missing or has other characters
  public static void checkKey(String key) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw Problem.of(WebdProblem.IDEMPOTENCY_KEY_MISSING);
    }
  }

  /// The answer of the first time, if there was one.
  ///
  /// @throws Problem 422 when the same key came with another request before
  public static Optional<Answer> find(Handle handle, Request request) {
    return handle
        .createQuery(
            """
            SELECT payload_hash, status, location, body FROM idempotency
            WHERE event_id = :eventId AND account_id = :accountId AND request_key = :key
            """)
        .bindMethods(request)
        .map((row, context) -> {
          if (!row.getString("payload_hash").equals(request.payloadHash())) {
            throw Problem.of(WebdProblem.IDEMPOTENCY_MISMATCH);
          }
          return new Answer(row.getInt("status"), row.getString("location"), row.getString("body"));
        })
        .findOne();
  }

  public static Answer keep(Handle handle, Request request, Answer answer, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO idempotency
              (event_id, account_id, request_key, payload_hash, status, location, body, created_at)
            VALUES
              (:eventId, :accountId, :key, :payloadHash, :status, :location, :body, :createdAt)
            """)
        .bindMethods(request)
        .bind("status", answer.status())
        .bind("location", answer.location())
        .bind("body", answer.body())
        .bind("createdAt", now)
        .execute();
    return answer;
  }

  /// Forgets what is older than `before`, at most `limit` rows.
  public static int sweep(Handle handle, Instant before, int limit) {
    return handle
        .createUpdate(
            """
            DELETE FROM idempotency WHERE (event_id, account_id, request_key) IN
              (SELECT event_id, account_id, request_key FROM idempotency
               WHERE created_at < :before ORDER BY created_at LIMIT :limit)
            """)
        .bind("before", before)
        .bind("limit", limit)
        .execute();
  }

  private static String sha256(String payload) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
