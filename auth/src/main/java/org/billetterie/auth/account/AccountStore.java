package org.billetterie.auth.account;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billetterie.kit.token.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// The table of accounts.
@Singleton
public final class AccountStore {
  /// @return false when the e-mail address is taken
  public boolean insert(Handle handle, Account account) {
    return handle
            .createUpdate(
                """
                INSERT INTO account (id, email, email_key, name, search, locale, role,
                                     role_version, disabled, password_hash,
                                     password_temporary, created_at)
                VALUES (:id, :email, :emailKey, :name, :search, :locale, :role,
                        :roleVersion, :disabled, :passwordHash,
                        :passwordTemporary, :createdAt)
                ON CONFLICT (email_key) DO NOTHING
                """)
            .bind("id", account.id())
            .bind("email", account.email())
            .bind("emailKey", Email.keyOf(account.email()))
            .bind("name", account.name())
            .bind("search", SearchText.fold(account.name() + " " + account.email()))
            .bind("locale", account.locale())
            .bind("role", account.role().wire())
            .bind("roleVersion", account.roleVersion())
            .bind("disabled", account.disabled())
            .bind("passwordHash", account.passwordHash())
            .bind("passwordTemporary", account.passwordTemporary())
            .bind("createdAt", account.createdAt())
            .execute()
        == 1;
  }

  /// Writes what can change of an account: role, state and password.
  public void update(Handle handle, Account account) {
    handle
        .createUpdate(
            """
            UPDATE account
               SET role = :role, role_version = :roleVersion, disabled = :disabled,
                   password_hash = :passwordHash, password_temporary = :passwordTemporary
             WHERE id = :id
            """)
        .bind("id", account.id())
        .bind("role", account.role().wire())
        .bind("roleVersion", account.roleVersion())
        .bind("disabled", account.disabled())
        .bind("passwordHash", account.passwordHash())
        .bind("passwordTemporary", account.passwordTemporary())
        .execute();
  }

  public void delete(Handle handle, UUID id) {
    handle.createUpdate("DELETE FROM account WHERE id = :id").bind("id", id).execute();
  }

  public Optional<Account> find(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT id, email, name, locale, role, role_version, disabled, password_hash,
                   password_temporary, created_at
              FROM account WHERE id = :id
            """)
        .bind("id", id)
        .map(AccountStore::account)
        .findOne();
  }

  /// @param email in any case
  public Optional<Account> findByEmail(Handle handle, String email) {
    return handle
        .createQuery(
            """
            SELECT id, email, name, locale, role, role_version, disabled, password_hash,
                   password_temporary, created_at
              FROM account WHERE email_key = :emailKey
            """)
        .bind("emailKey", Email.keyOf(email))
        .map(AccountStore::account)
        .findOne();
  }

  /// Newest first. One more than `limit` is read, to know whether there are more.
  ///
  /// @param asked part of a name or address, any case, accents or not; null for all
  /// @param beforeId where the page before this one ended; null for the first page
  public List<Account> search(Handle handle, String asked, String beforeId, int limit) {
    return handle
        .createQuery(
            """
            SELECT id, email, name, locale, role, role_version, disabled, password_hash,
                   password_temporary, created_at
              FROM account
             WHERE search LIKE :pattern ESCAPE '!' AND id < :beforeId
             ORDER BY id DESC
             LIMIT :rows
            """)
        .bind("pattern", SearchText.pattern(asked == null ? "" : asked))
        .bind("beforeId", beforeId == null ? "g" : beforeId)
        .bind("rows", limit + 1)
        .map(AccountStore::account)
        .list();
  }

  public boolean isEmpty(Handle handle) {
    return handle
        .createQuery("SELECT NOT EXISTS (SELECT 1 FROM account)")
        .mapTo(Boolean.class)
        .one();
  }

  /// Whether an Admin who is not disabled exists besides this one.
  public boolean hasOtherActiveAdmin(Handle handle, UUID id) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM account
                            WHERE role = 'Admin' AND NOT disabled AND id <> :id)
            """)
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  private static Account account(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        UUID.fromString(row.getString("id")),
        row.getString("email"),
        row.getString("name"),
        row.getString("locale"),
        Role.of(row.getString("role")),
        row.getInt("role_version"),
        row.getBoolean("disabled"),
        row.getString("password_hash"),
        row.getBoolean("password_temporary"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
