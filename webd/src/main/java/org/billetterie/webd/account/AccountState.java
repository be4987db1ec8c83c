package org.billetterie.webd.account;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// An account as auth last told of it.
///
/// @param email null once the account is deleted, as is the name
public record AccountState(
    UUID id,
    String email,
    String name,
    String locale,
    Role role,
    int roleVersion,
    boolean disabled,
    Instant deletedAt) {
  boolean usable() {
    return !disabled && deletedAt == null;
  }
}
