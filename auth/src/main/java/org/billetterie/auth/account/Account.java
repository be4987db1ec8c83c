package org.billetterie.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// One login.
///
/// @param locale `fr` or `en`: the language in which its owner is written to
/// @param roleVersion grows with every change that old access tokens must not outlive
/// @param passwordHash versioned, see the package `password`
/// @param passwordTemporary a machine made the password and showed it: pages ask for another one
public record Account(
    UUID id,
    String email,
    String name,
    String locale,
    Role role,
    int roleVersion,
    boolean disabled,
    String passwordHash,
    boolean passwordTemporary,
    Instant createdAt) {

  public Account withRole(Role newRole) {
    return with(newRole, roleVersion + 1, disabled, passwordHash, passwordTemporary);
  }

  /// Enabling counts as well: tokens from before the disabling must not come back to life.
  public Account withDisabled(boolean newDisabled) {
    return with(role, roleVersion + 1, newDisabled, passwordHash, passwordTemporary);
  }

  /// The same password, hashed anew.
  public Account withNewerHash(String newHash) {
    return with(role, roleVersion, disabled, newHash, passwordTemporary);
  }

  /// Another password.
  ///
  /// @param temporary whether a machine made it
  public Account withPassword(String hash, boolean temporary) {
    return with(role, roleVersion, disabled, hash, temporary);
  }

  public boolean isActiveAdmin() {
    return role == Role.ADMIN && !disabled;
  }

  private Account with(
      Role newRole, int newVersion, boolean newDisabled, String newHash, boolean temporary) {
    return new Account(
        id, email, name, locale, newRole, newVersion, newDisabled, newHash, temporary, createdAt);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
