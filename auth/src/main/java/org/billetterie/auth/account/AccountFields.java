package org.billetterie.auth.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.billetterie.kit.problem.Problem;

/// Checks the fields that describe a person, and collects what is wrong with all of them.
public final class AccountFields {
  private static final int NAME_MAX = 100;
  private static final Set<String> LOCALES = Set.of("fr", "en");

  private final List<Problem.FieldError> errors = new ArrayList<>();

  /// The address; null when it is wrong.
  public Email email(String text) {
    if (text == null || text.isBlank()) {
      return wrong("/email", "required", Map.of());
    }
    return Email.find(text).orElseGet(() -> wrong("/email", "email", Map.of()));
  }

  /// The name without white space around it: 1 to 100 characters, none of them a control character.
  public String name(String text) {
    if (text == null || text.isBlank()) {
      return wrong("/name", "required", Map.of());
    }
    String name = text.strip();
    if (name.codePointCount(0, name.length()) > NAME_MAX) {
      return wrong("/name", "length", Map.of("min", 1, "max", NAME_MAX));
    }
    boolean readable =
        name.codePoints().noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    return readable ? name : wrong("/name", "invalid", Map.of());
  }

  /// `fr` or `en`; `otherwise` when none is given.
  public String locale(String text, String otherwise) {
    if (text == null) {
      return otherwise;
    }
    return LOCALES.contains(text) ? text : wrong("/locale", "invalid", Map.of());
  }

  /// Takes over what another check found.
  public void run(Runnable check) {
    try {
      check.run();
    } catch (Problem problem) {
      errors.addAll(problem.errors());
    }
  }

  /// @throws Problem 422 naming every field that is wrong
  public void orThrow() {
    if (!errors.isEmpty()) {
      throw Problem.fields(errors);
    }
  }

  private <T> T wrong(String pointer, String code, Map<String, Object> arguments) {
    errors.add(new Problem.FieldError(pointer, code, arguments));
    return null;
  }
}
