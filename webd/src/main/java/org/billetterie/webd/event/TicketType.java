package org.billetterie.webd.event;

import java.util.UUID;

/// What is sold: a name, a price in minor units, and what is left of it.
public record TicketType(UUID id, String name, long priceMinor, Quota quota) {}
