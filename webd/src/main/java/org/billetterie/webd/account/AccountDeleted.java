package org.billetterie.webd.account;

import java.util.UUID;

/// auth has deleted an account: what it holds goes back on sale.
public record AccountDeleted(UUID accountId) {}
