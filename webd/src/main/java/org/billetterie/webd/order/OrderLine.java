package org.billetterie.webd.order;

import java.util.UUID;

/// One ticket type in an order, at the price that was shown when it was placed.
public record OrderLine(
    int number, UUID ticketTypeId, String ticketTypeName, int quantity, long unitPriceMinor) {}
