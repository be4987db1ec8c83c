package org.billetterie.auth.session;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The tables of sessions and refresh tokens.
@Singleton
public final class SessionStore {
  void insert(Handle handle, Session session, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO session (id, account_id, kind, created_at, refreshed_at, expires_at)
            VALUES (:id, :accountId, :kind, :now, :now, :expiresAt)
            """)
        .bind("id", session.id())
        .bind("accountId", session.accountId())
        .bind("kind", session.kind().column())
        .bind("now", now)
        .bind("expiresAt", session.expiresAt())
        .execute();
  }

  void insertToken(Handle handle, String hash, UUID sessionId) {
    handle
        .createUpdate("INSERT INTO refresh_token (hash, session_id) VALUES (:hash, :sessionId)")
        .bind("hash", hash)
        .bind("sessionId", sessionId)
        .execute();
  }

  Optional<Session> find(Handle handle, UUID id) {
    return handle
        .createQuery(
            "SELECT id, account_id, kind, expires_at, ended_at FROM session WHERE id = :id")
        .bind("id", id)
        .map(SessionStore::session)
        .findOne();
  }

  Optional<StoredToken> findToken(Handle handle, String hash) {
    return handle
        .createQuery("SELECT session_id, used_at FROM refresh_token WHERE hash = :hash")
        .bind("hash", hash)
        .map((row, context) ->
            new StoredToken(UUID.fromString(row.getString("session_id")), instant(row, "used_at")))
        .findOne();
  }

  void markUsed(Handle handle, String hash, UUID sessionId, Instant now) {
    handle
        .createUpdate("UPDATE refresh_token SET used_at = :now WHERE hash = :hash")
        .bind("hash", hash)
        .bind("now", now)
        .execute();
    markRefreshed(handle, sessionId, now);
  }

  void markRefreshed(Handle handle, UUID sessionId, Instant now) {
    handle
        .createUpdate("UPDATE session SET refreshed_at = :now WHERE id = :id")
        .bind("id", sessionId)
        .bind("now", now)
        .execute();
  }

  /// @return whether it lasted until now
  boolean end(Handle handle, UUID id, Instant now) {
    return handle
            .createUpdate("UPDATE session SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
            .bind("id", id)
            .bind("now", now)
            .execute()
        == 1;
  }

  /// Ends all sessions of an account but one.
  ///
  /// @param kept the one that goes on; null for none
  /// @param tokensSince access tokens given before then have ended by themselves
  /// @return those that may still hold a living access token
  public List<UUID> endAll(
      Handle handle, UUID accountId, UUID kept, Instant now, Instant tokensSince) {
    return handle
        .createQuery(
            """
            UPDATE session SET ended_at = :now
             WHERE account_id = :accountId AND ended_at IS NULL AND id <> :kept
            RETURNING id, refreshed_at
            """)
        .bind("accountId", accountId)
        .bind("kept", kept == null ? "" : kept.toString())
        .bind("now", now)
        .map((row, context) -> new Ended(row.getString("id"), row.getLong("refreshed_at")))
        .stream()
        .filter(ended -> ended.refreshedAt >= tokensSince.toEpochMilli())
        .map(ended -> UUID.fromString(ended.id))
        .toList();
  }

  /// Removes sessions, with their tokens, that expired or were ended before then.
  int deleteOlder(Handle handle, Instant before) {
    return handle
        .createUpdate("DELETE FROM session WHERE expires_at < :before OR ended_at < :before")
        .bind("before", before)
        .execute();
  }

  private static Session session(ResultSet row, StatementContext context) throws SQLException {
    return new Session(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("account_id")),
        Session.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        instant(row, "ended_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /// @param usedAt null for the one that is current
  record StoredToken(UUID sessionId, Instant usedAt) {}

  private record Ended(String id, long refreshedAt) {}
}
