package org.billetterie.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// An account as its owner and the Admin read it.
///
/// @param roleVersion grows with each change of role or state; tokens with a lower one are refused
/// @param locale `fr` or `en`
/// @param passwordTemporary a machine made the password: its owner should choose another one
public record AccountView(
    UUID id,
    String email,
    String name,
    Role role,
    int roleVersion,
    boolean disabled,
    Instant createdAt,
    String locale,
    boolean passwordTemporary) {

  public static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.email(),
        account.name(),
        account.role(),
        account.roleVersion(),
        account.disabled(),
        account.createdAt(),
        account.locale(),
        account.passwordTemporary());
  }
}
