package org.billetterie.e2e.access;

import java.util.Locale;

/// The columns of the access table. What those who lost their rights still hold is a token that
/// says Admin.
public enum Who {
  ANONYMOUS,
  BASIC,
  /// Holds nothing of what is asked for.
  USER,
  /// The User who holds the order and the ticket.
  HOLDER,
  /// The EventCreator who organizes the event.
  OWNER,
  /// An EventCreator of another house.
  OTHER,
  ADMIN,
  DELETED,
  DEMOTED,
  DISABLED,
  EXPIRED;

  static Who of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
