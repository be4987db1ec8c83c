package org.billetterie.auth.recovery;

import java.time.Duration;

/// What a link is good for. A new one needs a constant here and no new table.
public enum Purpose {
  /// Sets the account's password.
  PASSWORD(Duration.ofHours(24));

  private final Duration life;

  Purpose(Duration life) {
    this.life = life;
  }

  Duration life() {
    return life;
  }
}
