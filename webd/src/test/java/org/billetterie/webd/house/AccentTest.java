package org.billetterie.webd.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccentTest {
  private static final Path TOKENS = Path.of("../frontend/src/styles/tokens.css");

  @ParameterizedTest
  @CsvSource({"#000000,#ffffff,21", "#ffffff,#ffffff,1", "#767676,#ffffff,4.54"})
  void measuresAsWcagDoes(String one, String other, double contrast) {
    assertThat(Color.contrast(one, other)).isCloseTo(contrast, within(0.005));
    assertThat(Color.contrast(other, one)).isCloseTo(contrast, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"#8a1538", "#000000", "#ffffff", "#00ff00", "#1d4ed8", "#808080"})
  void comesBackFromOklchUnchanged(String hex) {
    assertThat(Color.ofHex(hex).hex()).isEqualTo(hex);
  }

  @Test
  void aColorThatCanBeReadIsShownAsItIs() {
    assertThat(Accent.of("#8a1538").light()).isEqualTo(new Accent.Shade("#8a1538", 8.1, false));
    assertThat(Accent.of("#ffb3c7").dark().corrected()).isFalse();
  }

  @Test
  void aColorThatCannotIsCorrectedAndTheContrastIsTold() {
    Accent yellow = Accent.of("#ffd500");

    assertThat(yellow.light().corrected()).isTrue();
    assertThat(yellow.light().contrast()).isBetween(1.0, 1.5);
    assertThat(yellow.dark()).extracting(Accent.Shade::color).isEqualTo("#ffd500");
  }

  /// Every hue, pale and strong, on all that the pages put behind or upon an accent.
  @Test
  void whateverIsAskedForCanBeReadOnEveryGroundOfThePages() throws IOException {
    List<String> light = grounds(0);
    List<String> dark = grounds(1);
    for (int hue = 0; hue < 360; hue += 15) {
      for (double lightness : new double[] {0, 0.2, 0.45, 0.6, 0.75, 0.9, 1}) {
        Accent accent = Accent.of(Color.oklch(lightness, 0.16, hue).hex());
        assertReadable(accent.light().color(), light);
        assertReadable(accent.dark().color(), dark);
      }
    }
  }

  private static void assertReadable(String color, List<String> grounds) {
    for (String ground : grounds) {
      assertThat(Color.contrast(color, ground))
          .as("%s on %s", color, ground)
          .isGreaterThanOrEqualTo(Accent.CONTRAST_MIN);
    }
  }

  /// What tokens.css says today, of the light theme (0) and the dark one (1).
  private static List<String> grounds(int theme) throws IOException {
    String css = Files.readString(TOKENS).split("prefers-color-scheme: dark")[theme];
    List<String> grounds = new ArrayList<>();
    for (String name : List.of("paper", "surface", "sunken", "on-accent")) {
      MatchResult token =
          Pattern.compile("--" + name + ":[^;]*oklch\\(([0-9.]+)% ([0-9.]+) ([0-9.]+)\\)")
              .matcher(css)
              .results()
              .findFirst()
              .orElseThrow();
      grounds.add(Color.oklch(number(token, 1) / 100, number(token, 2), number(token, 3)).hex());
    }
    return grounds;
  }

  private static double number(MatchResult token, int group) {
    return Double.parseDouble(token.group(group));
  }
}
