package org.billetterie.auth.session;

import java.time.Instant;
import java.util.UUID;

/// One sign-in and everything that was refreshed from it.
///
/// @param expiresAt its absolute end, however often it is refreshed
/// @param endedAt null while it lasts
record Session(UUID id, UUID accountId, Kind kind, Instant expiresAt, Instant endedAt) {
  /// How the session's tokens travel.
  enum Kind {
    /// In HttpOnly cookies that only the browser sees.
    COOKIE,
    /// In bodies and headers, for programs.
    BEARER;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  boolean isLive(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }
}
