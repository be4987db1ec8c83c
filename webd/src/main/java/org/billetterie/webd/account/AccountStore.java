package org.billetterie.webd.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.token.Role;
import org.jdbi.v3.core.Handle;

/// The tables account, ended_session and feed_cursor.
final class AccountStore {
  private AccountStore() {}

  static List<AccountState> all(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT id, email, name, locale, role, role_version, disabled, deleted_at FROM account
            """)
        .map((row, context) ->
            new AccountState(
                UUID.fromString(row.getString("id")),
                row.getString("email"),
                row.getString("name"),
                row.getString("locale"),
                Role.of(row.getString("role")),
                row.getInt("role_version"),
                row.getBoolean("disabled"),
                row.getObject("deleted_at") == null
                    ? null
                    : Instant.ofEpochMilli(row.getLong("deleted_at"))))
        .list();
  }

  static void put(Handle handle, AccountState state) {
    handle
        .createUpdate(
            """
            INSERT INTO account (id, email, name, locale, role, role_version, disabled, deleted_at)
            VALUES (:id, :email, :name, :locale, :role, :roleVersion, :disabled, :deletedAt)
            ON CONFLICT (id) DO UPDATE SET
              email = excluded.email, name = excluded.name, locale = excluded.locale,
              role = excluded.role, role_version = excluded.role_version,
              disabled = excluded.disabled, deleted_at = excluded.deleted_at
            """)
        .bind("id", state.id())
        .bind("email", state.email())
        .bind("name", state.name())
        .bind("locale", state.locale())
        .bind("role", state.role().wire())
        .bind("roleVersion", state.roleVersion())
        .bind("disabled", state.disabled())
        .bind("deletedAt", state.deletedAt())
        .execute();
  }

  /// For an organizer whose first event arrives before the feed has told of them.
  static void putIfAbsent(Handle handle, UUID id, String name, Role role, int roleVersion) {
    handle
        .createUpdate(
            """
            INSERT INTO account (id, name, role, role_version, disabled)
            VALUES (:id, :name, :role, :roleVersion, :disabled)
            ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", id)
        .bind("name", name)
        .bind("role", role.wire())
        .bind("roleVersion", roleVersion)
        .bind("disabled", false)
        .execute();
  }

  static void endSession(Handle handle, UUID sessionId, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO ended_session (id, ended_at) VALUES (:id, :now) ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", sessionId)
        .bind("now", now)
        .execute();
  }

  static List<UUID> endedSessions(Handle handle) {
    return handle.createQuery("SELECT id FROM ended_session").mapTo(UUID.class).list();
  }

  static List<UUID> forgetSessions(Handle handle, Instant before) {
    List<UUID> old =
        handle
            .createQuery("SELECT id FROM ended_session WHERE ended_at < :before")
            .bind("before", before)
            .mapTo(UUID.class)
            .list();
    old.forEach(id -> handle.execute("DELETE FROM ended_session WHERE id = ?", id));
    return old;
  }

  static long cursor(Handle handle) {
    return handle.createQuery("SELECT seq FROM feed_cursor WHERE id = 1").mapTo(Long.class).one();
  }

  static void moveCursor(Handle handle, long seq) {
    handle
        .createUpdate("UPDATE feed_cursor SET seq = :seq WHERE id = 1")
        .bind("seq", seq)
        .execute();
  }
}
