package org.billetterie.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences of problems, in French and English; French when neither is asked for.
public final class ProblemTexts {
  private static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH);
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ProblemTexts() {}

  /// The locale of an `Accept-Language` header, which may be absent or nonsense.
  public static Locale localeOf(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 200) {
      return Locale.FRENCH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
      return found == null ? Locale.FRENCH : found;
    } catch (IllegalArgumentException nonsense) {
      return Locale.FRENCH;
    }
  }

  static String title(ProblemType type, Locale locale) {
    return text(type.bundle(), type.slug() + ".title", locale, Map.of());
  }

  static String detail(Problem problem, Locale locale) {
    ProblemType type = problem.type();
    return text(type.bundle(), type.slug() + ".detail", locale, problem.extras());
  }

  static String field(Problem.FieldError error, Locale locale) {
    return text(
        CommonProblem.INVALID_FIELDS.bundle(), "field." + error.code(), locale, error.arguments());
  }

  private static String text(
      String bundle, String key, Locale locale, Map<String, Object> arguments) {
    String text;
    try {
      text = ResourceBundle.getBundle(bundle, locale, loader(), EXACT).getString(key);
    } catch (MissingResourceException missing) {
      return key;
    }
    for (Map.Entry<String, Object> argument : arguments.entrySet()) {
      text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
    }
    return text;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ProblemTexts.class.getClassLoader() : context;
  }
}
