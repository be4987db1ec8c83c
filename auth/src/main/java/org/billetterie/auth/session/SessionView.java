package org.billetterie.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.billetterie.auth.account.AccountView;

/// The answer to a sign-in or a refresh. A browser's tokens are in its cookies and not in here.
///
/// @param accessToken null in a cookie session
/// @param refreshToken null in a cookie session
/// @param expiresIn seconds until the access token ends
record SessionView(
    @JsonInclude(JsonInclude.Include.NON_NULL) String accessToken,
    @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken,
    long expiresIn,
    AccountView account) {

  static SessionView of(Grant grant) {
    boolean bearer = grant.kind() == Session.Kind.BEARER;
    return new SessionView(
        bearer ? grant.accessToken() : null,
        bearer ? grant.refreshToken() : null,
        grant.accessTokenLife().toSeconds(),
        AccountView.of(grant.account()));
  }

  @Override
  public String toString() {
    return "SessionView";
  }
}
