package org.billetterie.webd.sale;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.billetterie.kit.database.RoundLists;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What a repeated request is answered: the bytes of the first time. Written in the sale's own
/// transaction, so that there is never a sale without its answer or an answer without its sale.
public final class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private Idempotency() {}

  /// What makes two requests the same one.
  public record Key(UUID eventId, UUID accountId, String key) {}

  /// A request with its key.
  ///
  /// @param payloadHash SHA-256 of method, path and body
  public record Request(Key id, String payloadHash) {
    /// @param key of the `Idempotency-Key` header, 1 to 255 visible ASCII characters
    /// @throws Problem 400 `idempotency-key-missing`
    public static Request of(UUID eventId, UUID accountId, String key, String payload) {
      checkKey(key);
      return new Request(new Key(eventId, accountId, key), sha256(payload));
    }

    public UUID eventId() {
      return id.eventId();
    }

    public UUID accountId() {
      return id.accountId();
    }

    /// @throws Problem 422 when the same key came with another request before
    void checkSame(String otherHash) {
      if (!payloadHash.equals(otherHash)) {
        throw Problem.of(WebdProblem.IDEMPOTENCY_MISMATCH);
      }
    }
  }

  /// What was answered to a request, and which request it was.
  public record Kept(String payloadHash, Answer answer) {}

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
    Kept kept = findAll(handle, List.of(request.id())).get(request.id());
    if (kept == null) {
      return Optional.empty();
    }
    request.checkSame(kept.payloadHash());
    return Optional.of(kept.answer());
  }

  /// What was answered to any of these keys.
  public static Map<Key, Kept> findAll(Handle handle, Collection<Key> keys) {
    Map<Key, Kept> found = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT event_id, account_id, request_key, payload_hash, status, location, body
            FROM idempotency WHERE (event_id, account_id, request_key) IN (VALUES <keys>)
            """)
        .bindMethodsList("keys", RoundLists.of(keys), List.of("eventId", "accountId", "key"))
        .map((row, context) ->
            found.put(
                new Key(
                    UUID.fromString(row.getString("event_id")),
                    UUID.fromString(row.getString("account_id")),
                    row.getString("request_key")),
                new Kept(
                    row.getString("payload_hash"),
                    new Answer(
                        row.getInt("status"), row.getString("location"), row.getString("body")))))
        .list();
    return found;
  }

  public static Answer keep(Handle handle, Request request, Answer answer, Instant now) {
    keepAll(handle, Map.of(request, answer), now);
    return answer;
  }

  public static void keepAll(Handle handle, Map<Request, Answer> answers, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO idempotency
              (event_id, account_id, request_key, payload_hash, status, location, body, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);
    answers.forEach((request, answer) ->
        batch.add(
            request.eventId(),
            request.accountId(),
            request.id().key(),
            request.payloadHash(),
            answer.status(),
            answer.location(),
            answer.body(),
            now));
    batch.execute();
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
