package org.billetterie.kit.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.billetterie.kit.problem.Problem;

/// Query parameters, read as strictly as bodies are: what cannot be understood is said, not
/// guessed.
public final class Query {
  private Query() {}

  /// @throws Problem 422 unless a whole number; null when absent
  public static Integer integer(String name, String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException notANumber) {
      throw Problem.field("/" + name, "type");
    }
  }

  /// @throws Problem 422 unless an RFC 3339 instant with offset; null when absent
  public static Instant instant(String name, String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      // A '+' that was not encoded arrives as a space.
      return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeException notAnInstant) {
      throw Problem.field("/" + name, "instant");
    }
  }

  /// @throws Problem 422 unless `true` or `false`; false when absent
  public static boolean flag(String name, String value) {
    if (value == null || value.isEmpty() || "false".equals(value)) {
      return false;
    }
    if ("true".equals(value)) {
      return true;
    }
    throw Problem.field("/" + name, "type");
  }
}
