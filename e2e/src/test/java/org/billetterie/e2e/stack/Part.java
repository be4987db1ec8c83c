package org.billetterie.e2e.stack;

import java.util.Locale;

/// The four parts of a stack, by the names that bin/ gives them.
public enum Part {
  LB,
  FRONTEND,
  AUTH,
  WEBD;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
