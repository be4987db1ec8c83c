package org.billetterie.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// One login.
///
/// @param locale `fr` or `en`: the language in which its owner is written to
/// @param roleVersion grows with every change that old access tokens must not outlive
/// @param passwordHash versioned, see the package `password`
public record Account(
    UUID id,
    String email,
    String name,
    String locale,
    Role role,
    int roleVersion,
    boolean disabled,
    String passwordHash,
    Instant createdAt) {

  public Account withRole(Role newRole) {
    return new Account(
        id, email, name, locale, newRole, roleVersion + 1, disabled, passwordHash, createdAt);
  }

  /// Enabling counts as well: tokens from before the disabling must not come back to life.
  public Account withDisabled(boolean newDisabled) {
    return new Account(
        id, email, name, locale, role, roleVersion + 1, newDisabled, passwordHash, createdAt);
  }

  public Account withPasswordHash(String newHash) {
    return new Account(id, email, name, locale, role, roleVersion, disabled, newHash, createdAt);
  }

  public boolean isActiveAdmin() {
    return role == Role.ADMIN && !disabled;
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
