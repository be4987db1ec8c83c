package org.billetterie.webd.sale;

import java.time.Instant;

/// What a sale depends on besides the stock.
///
/// @param payable whether there is any way to pay a priced order
public record Terms(Instant now, boolean payable) {
  /// PENDING orders that one account may have at one event.
  static final int HOLDS_MAX = 3;
}
