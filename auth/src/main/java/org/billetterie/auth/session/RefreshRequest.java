package org.billetterie.auth.session;

/// The body of refresh and logout where the session is a program's; a browser sends none.
record RefreshRequest(String refreshToken) {
  @Override
  public String toString() {
    return "RefreshRequest";
  }
}
