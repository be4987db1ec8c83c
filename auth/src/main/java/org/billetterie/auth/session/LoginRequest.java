package org.billetterie.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;

/// The body of `POST /api/auth/login`.
///
/// @param session how the session travels; absent means in cookies
record LoginRequest(@NotNull String email, @NotNull String password, Kind session) {
  enum Kind {
    @JsonProperty("cookie")
    COOKIE,
    @JsonProperty("bearer")
    BEARER
  }

  boolean wantsCookies() {
    return session != Kind.BEARER;
  }

  @Override
  public String toString() {
    return "LoginRequest";
  }
}
