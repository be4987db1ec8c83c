package org.billetterie.auth.session;

import java.time.Duration;
import org.billetterie.auth.account.Account;

/// What a sign-in or a refresh gives.
///
/// @param remaining until the session's absolute end
record Grant(
    Account account,
    Session.Kind kind,
    String accessToken,
    String refreshToken,
    Duration remaining) {

  @Override
  public String toString() {
    return "Grant[" + account.id() + "]";
  }
}
