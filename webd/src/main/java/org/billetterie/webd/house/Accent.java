package org.billetterie.webd.house;

import java.util.List;

/// The house's colour as links, buttons and marks wear it. Where the one that was asked for could
/// not be read (WCAG AA: 4.5 to 1), it is made darker for the light theme or lighter for the dark
/// one, as little as needed.
///
/// @param asked `#rrggbb`
record Accent(String asked, Shade light, Shade dark) {
  static final double CONTRAST_MIN = 4.5;

  /// @param color what is shown
  /// @param contrast of the colour that was asked for, against what it is hardest to tell from
  /// @param corrected whether another one is shown
  record Shade(String color, double contrast, boolean corrected) {}

  /// What an accent stands on, and the text that stands on it: as in the pages' tokens.css.
  enum Theme {
    LIGHT(
        0,
        Color.oklch(0.983, 0.005, 350),
        Color.oklch(1, 0, 0),
        Color.oklch(0.956, 0.008, 350),
        Color.oklch(0.99, 0.005, 12)),
    DARK(
        1,
        Color.oklch(0.165, 0.018, 350),
        Color.oklch(0.21, 0.022, 350),
        Color.oklch(0.245, 0.024, 350),
        Color.oklch(0.19, 0.05, 12));

    private final double end;
    private final List<String> neighbours;

    Theme(double end, Color paper, Color surface, Color sunken, Color onAccent) {
      this.end = end;
      this.neighbours = List.of(paper.hex(), surface.hex(), sunken.hex(), onAccent.hex());
    }

    double contrast(String color) {
      return neighbours.stream()
          .mapToDouble(neighbour -> Color.contrast(color, neighbour))
          .min()
          .orElseThrow();
    }
  }

  static Accent of(String hex) {
    return new Accent(hex, shade(hex, Theme.LIGHT), shade(hex, Theme.DARK));
  }

  private static Shade shade(String hex, Theme theme) {
    double contrast = theme.contrast(hex);
    double shown = Math.floor(contrast * 10) / 10;
    if (contrast >= CONTRAST_MIN) {
      return new Shade(hex, shown, false);
    }
    Color asked = Color.ofHex(hex);
    double tooNear = asked.lightness();
    double farEnough = theme.end;
    for (int i = 0; i < 20; i++) {
      double middle = (tooNear + farEnough) / 2;
      boolean enough = theme.contrast(asked.withLightness(middle).hex()) >= CONTRAST_MIN;
      farEnough = enough ? middle : farEnough;
      tooNear = enough ? tooNear : middle;
    }
    return new Shade(asked.withLightness(farEnough).hex(), shown, true);
  }
}
