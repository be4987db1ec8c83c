package org.billetterie.auth.password;

import java.util.List;
import java.util.Map;
import org.billetterie.kit.problem.Problem;

/// What may be chosen as a password: 8 to 256 characters of any script, and no other rule.
public final class PasswordRule {
  public static final int LENGTH_MIN = 8;
  public static final int LENGTH_MAX = 256;

  private PasswordRule() {}

  /// Characters are Unicode code points. Half of a surrogate pair is no character: all such halves
  /// would be kept alike.
  public static boolean allows(String password) {
    return isText(password) && hasGoodLength(password);
  }

  /// @param pointer where in the request the password stands
  /// @throws Problem 422 naming the field
  public static void check(String password, String pointer) {
    if (password == null) {
      throw Problem.field(pointer, "required");
    }
    if (!isText(password)) {
      throw Problem.field(pointer, "invalid");
    }
    if (!hasGoodLength(password)) {
      throw Problem.fields(
          List.of(
              new Problem.FieldError(
                  pointer, "length", Map.of("min", LENGTH_MIN, "max", LENGTH_MAX))));
    }
  }

  private static boolean hasGoodLength(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= LENGTH_MIN && length <= LENGTH_MAX;
  }

  private static boolean isText(String password) {
    return password.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
