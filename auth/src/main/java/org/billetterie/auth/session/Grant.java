package org.billetterie.auth.session;

import java.time.Duration;
import org.billetterie.auth.account.Account;

/// What a sign-in or a refresh gives.
///
/// @param accessTokenLife how long the access token lasts
/// @param remaining until the session's absolute end
record Grant(
    Account account,
    Session.Kind kind,
    String accessToken,
    String refreshToken,
    Duration accessTokenLife,
    Duration remaining) {

  @Override
  public String toString() {
    return "Grant[" + account.id() + "]";
  }
}
