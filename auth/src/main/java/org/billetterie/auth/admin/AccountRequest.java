package org.billetterie.auth.admin;

import org.billetterie.kit.token.Role;

/// The body of `POST /api/auth/accounts`.
///
/// @param password absent lets the service choose one, which is shown once
/// @param locale `fr` (when absent) or `en`
record AccountRequest(String email, String name, Role role, String password, String locale) {
  @Override
  public String toString() {
    return "AccountRequest";
  }
}
