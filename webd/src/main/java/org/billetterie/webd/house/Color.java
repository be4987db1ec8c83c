package org.billetterie.webd.house;

/// A colour in OKLCH, where the same lightness looks alike whatever the hue.
///
/// @param lightness 0 (black) to 1 (white)
/// @param chroma 0 (grey) to about 0.37
/// @param hue in radians
record Color(double lightness, double chroma, double hue) {
  static final String HEX = "#[0-9a-fA-F]{6}";

  private static final int STEPS = 40;

  static Color ofHex(String hex) {
    double red = linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0);
    double green = linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0);
    double blue = linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return new Color(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, b), Math.atan2(b, a));
  }

  /// @param hueDegrees as CSS writes it
  static Color oklch(double lightness, double chroma, double hueDegrees) {
    return new Color(lightness, chroma, Math.toRadians(hueDegrees));
  }

  Color withLightness(double other) {
    return new Color(other, chroma, hue);
  }

  /// The nearest that a screen can show: where it cannot be that colourful, greyer.
  String hex() {
    double low = 0;
    double high = chroma;
    if (!shown(rgb(chroma))) {
      for (int i = 0; i < STEPS; i++) {
        double middle = (low + high) / 2;
        boolean fits = shown(rgb(middle));
        low = fits ? middle : low;
        high = fits ? high : middle;
      }
      high = low;
    }
    double[] rgb = rgb(high);
    return "#%02x%02x%02x".formatted(channel(rgb[0]), channel(rgb[1]), channel(rgb[2]));
  }

  /// The contrast of WCAG 2, from 1 to 21, of the colours as a screen shows them.
  static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0)
        + 0.7152 * linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0)
        + 0.0722 * linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
  }

  private double[] rgb(double ofChroma) {
    double a = ofChroma * Math.cos(hue);
    double b = ofChroma * Math.sin(hue);
    double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static boolean shown(double[] linear) {
    for (double channel : linear) {
      if (channel < -0.0001 || channel > 1.0001) {
        return false;
      }
    }
    return true;
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static long channel(double linear) {
    double clamped = Math.clamp(linear, 0, 1);
    double encoded =
        clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
    return Math.round(encoded * 255);
  }
}
