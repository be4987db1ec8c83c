package org.billetterie.kit.token;

import java.time.Instant;
import java.util.UUID;

/// What a verified access token says. The signature was checked; whether the session still stands
/// is for [TokenGuard].
///
/// @param roleVersion grows with each change of the account's role
public record AccessToken(
    UUID accountId,
    UUID sessionId,
    Role role,
    int roleVersion,
    String name,
    Instant issuedAt,
    Instant expiresAt) {
  public static final String ISSUER = "billetterie-auth";
  public static final String AUDIENCE = "billetterie";
  public static final String TYPE = "at+jwt";
  public static final String ALGORITHM = "RS256";
}
