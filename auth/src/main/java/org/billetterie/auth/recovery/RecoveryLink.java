package org.billetterie.auth.recovery;

import java.time.Instant;
import java.util.UUID;

/// A link as it is kept: without what it takes to use it.
///
/// @param hash SHA-256 of the token, in hexadecimal
/// @param createdBy the id of the Admin who made it
record RecoveryLink(
    String hash,
    UUID accountId,
    Purpose purpose,
    String createdBy,
    Instant createdAt,
    Instant expiresAt) {}
