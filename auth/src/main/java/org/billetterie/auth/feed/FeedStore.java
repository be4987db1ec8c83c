package org.billetterie.auth.feed;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.billetterie.kit.token.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table of account changes and its counter.
@Singleton
final class FeedStore {
  /// Takes the next number; the counter's row stays locked until the transaction ends.
  long takeNumber(Handle handle) {
    return handle
        .createQuery(
            "UPDATE account_change_counter SET last = last + 1 WHERE id = 1 RETURNING last")
        .mapTo(Long.class)
        .one();
  }

  void insert(Handle handle, AccountChange change, Instant changedAt) {
    handle
        .createUpdate(
            """
            INSERT INTO account_change (seq, account_id, email, name, locale, role, role_version,
                                        disabled, deleted_at, ended_sessions, request_id,
                                        changed_at)
            VALUES (:seq, :accountId, :email, :name, :locale, :role, :roleVersion,
                    :disabled, :deletedAt, :endedSessions, :requestId, :changedAt)
            """)
        .bind("seq", change.seq())
        .bind("accountId", change.accountId())
        .bind("email", change.email())
        .bind("name", change.name())
        .bind("locale", change.locale())
        .bind("role", change.role().wire())
        .bind("roleVersion", change.roleVersion())
        .bind("disabled", change.disabled())
        .bindByType("deletedAt", change.deletedAt(), Instant.class)
        .bind(
            "endedSessions",
            change.endedSessions().stream().map(UUID::toString).collect(Collectors.joining(",")))
        .bind("requestId", change.requestId())
        .bind("changedAt", changedAt)
        .execute();
  }

  /// A deleted account leaves no personal data behind in the lines about it.
  void forget(Handle handle, UUID accountId) {
    handle
        .createUpdate(
            """
            UPDATE account_change SET email = NULL, name = NULL, locale = NULL
             WHERE account_id = :accountId
            """)
        .bind("accountId", accountId)
        .execute();
  }

  List<AccountChange> after(Handle handle, long number, int limit) {
    return handle
        .createQuery(
            """
            SELECT seq, account_id, email, name, locale, role, role_version, disabled, deleted_at,
                   ended_sessions, request_id
              FROM account_change WHERE seq > :number ORDER BY seq LIMIT :limit
            """)
        .bind("number", number)
        .bind("limit", limit)
        .map(FeedStore::change)
        .list();
  }

  List<AccountChange> since(Handle handle, Instant instant) {
    return handle
        .createQuery(
            """
            SELECT seq, account_id, email, name, locale, role, role_version, disabled, deleted_at,
                   ended_sessions, request_id
              FROM account_change WHERE changed_at >= :instant ORDER BY seq
            """)
        .bind("instant", instant)
        .map(FeedStore::change)
        .list();
  }

  long last(Handle handle) {
    return handle
        .createQuery("SELECT last FROM account_change_counter WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  /// Removes lines that a later line of the same account repeats, once every token that they could
  /// end has ended by itself.
  int prune(Handle handle, Instant olderThan) {
    return handle
        .createUpdate(
            """
            DELETE FROM account_change
             WHERE changed_at < :olderThan
               AND EXISTS (SELECT 1 FROM account_change newer
                            WHERE newer.account_id = account_change.account_id
                              AND newer.seq > account_change.seq)
            """)
        .bind("olderThan", olderThan)
        .execute();
  }

  private static AccountChange change(ResultSet row, StatementContext context) throws SQLException {
    long deletedAt = row.getLong("deleted_at");
    Instant deleted = row.wasNull() ? null : Instant.ofEpochMilli(deletedAt);
    String ended = row.getString("ended_sessions");
    return new AccountChange(
        row.getLong("seq"),
        UUID.fromString(row.getString("account_id")),
        row.getString("email"),
        row.getString("name"),
        row.getString("locale"),
        Role.of(row.getString("role")),
        row.getInt("role_version"),
        row.getBoolean("disabled"),
        deleted,
        ended.isEmpty()
            ? List.of()
            : Arrays.stream(ended.split(",")).map(UUID::fromString).toList(),
        row.getString("request_id"));
  }
}
