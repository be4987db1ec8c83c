package org.billetterie.auth.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.token.Role;

/// One line of the feed: the account as it stands after a change.
///
/// @param email null, as name and locale are, once the account was deleted
/// @param endedSessions sessions that this change ended and that may still hold a living token
/// @param requestId of the request that caused it
record AccountChange(
    long seq,
    UUID accountId,
    String email,
    String name,
    String locale,
    Role role,
    int roleVersion,
    boolean disabled,
    Instant deletedAt,
    List<UUID> endedSessions,
    String requestId) {}
