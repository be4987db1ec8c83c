package org.billetterie.webd.image;

import java.util.Locale;
import java.util.Optional;

/// What an image is for: how large it is drawn at most, in pixels, and as what.
enum Kind {
  COVER(new Box(1600, 1600), new Box(640, 640), "jpeg"),
  LOGO(new Box(800, 240), new Box(400, 120), "png");

  private final Box large;
  private final Box small;
  private final String format;

  Kind(Box large, Box small, String format) {
    this.large = large;
    this.small = small;
    this.format = format;
  }

  static Optional<Kind> find(String wire) {
    for (Kind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  Box large() {
    return large;
  }

  Box small() {
    return small;
  }

  String format() {
    return format;
  }

  record Box(int width, int height) {}
}
