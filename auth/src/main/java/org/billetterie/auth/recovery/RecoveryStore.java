package org.billetterie.auth.recovery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The table of recovery links.
@Singleton
final class RecoveryStore {
  void insert(Handle handle, RecoveryLink link) {
    handle
        .createUpdate(
            """
            INSERT INTO recovery_link (hash, account_id, purpose, created_by, created_at, expires_at)
            VALUES (:hash, :accountId, :purpose, :createdBy, :createdAt, :expiresAt)
            """)
        .bind("hash", link.hash())
        .bind("accountId", link.accountId())
        .bind("purpose", link.purpose().name())
        .bind("createdBy", link.createdBy())
        .bind("createdAt", link.createdAt())
        .bind("expiresAt", link.expiresAt())
        .execute();
  }

  /// The link with this hash while it can be used.
  Optional<RecoveryLink> findUsable(Handle handle, String hash, Purpose purpose, Instant now) {
    return handle
        .createQuery(
            """
            SELECT hash, account_id, created_by, created_at, expires_at FROM recovery_link
             WHERE hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
            """)
        .bind("hash", hash)
        .bind("purpose", purpose.name())
        .bind("now", now)
        .map((row, context) ->
            new RecoveryLink(
                row.getString("hash"),
                UUID.fromString(row.getString("account_id")),
                purpose,
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at"))))
        .findOne();
  }

  /// @return whether it was there to be used: of two who try at once, one
  boolean use(Handle handle, String hash, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE recovery_link SET used_at = :now
                 WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
                """)
            .bind("hash", hash)
            .bind("now", now)
            .execute()
        == 1;
  }

  /// No link of the account for this purpose can be used any more.
  void endAll(Handle handle, UUID accountId, Purpose purpose, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE recovery_link SET used_at = :now
             WHERE account_id = :accountId AND purpose = :purpose AND used_at IS NULL
            """)
        .bind("accountId", accountId)
        .bind("purpose", purpose.name())
        .bind("now", now)
        .execute();
  }

  int deleteOlder(Handle handle, Instant before) {
    return handle
        .createUpdate("DELETE FROM recovery_link WHERE expires_at < :before")
        .bind("before", before)
        .execute();
  }
}
