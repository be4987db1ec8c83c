package org.billetterie.webd.event;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is searched: without accents and in lower case, so that "theatre" finds "Théâtre".
final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final int TRIGRAM = 3;

  private SearchText() {}

  static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS
        .matcher(decomposed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("œ", "oe")
        .replace("æ", "ae");
  }

  /// The same for the index of three letters, null where there are fewer: it finds them side by
  /// side.
  static String phrase(String query) {
    String literal = fold(query.strip());
    return literal.codePointCount(0, literal.length()) < TRIGRAM
        ? null
        : '"' + literal.replace("\"", "\"\"") + '"';
  }

  /// A LIKE pattern (escape character `!`) that finds the text anywhere.
  static String pattern(String query) {
    String literal = fold(query.strip()).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }
}
