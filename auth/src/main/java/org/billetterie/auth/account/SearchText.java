package org.billetterie.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is searched: without case and accents.
final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SearchText() {}

  static String fold(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replace("æ", "ae")
        .replace("ß", "ss");
  }

  /// A LIKE pattern (escape `!`) that finds the folded text anywhere.
  static String pattern(String asked) {
    String literal = fold(asked).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }
}
