package org.billetterie.kit.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An expected refusal on its way to the caller. It has no stack trace: it is an answer, not a
/// fault.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "detail", "instance", "errors");

  private final transient ProblemType type;
  private final transient Map<String, Object> extras = new LinkedHashMap<>();
  private final transient List<FieldError> errors = new ArrayList<>();
  private int retryAfterSeconds;

  private Problem(ProblemType type) {
    super(type.slug(), null, false, false);
    this.type = type;
  }

  public static Problem of(ProblemType type) {
    return new Problem(type);
  }

  /// 422 with one field.
  public static Problem field(String pointer, String code) {
    return of(CommonProblem.INVALID_FIELDS).and(pointer, code);
  }

  /// 422 with all these fields.
  public static Problem fields(List<FieldError> errors) {
    Problem problem = of(CommonProblem.INVALID_FIELDS);
    problem.errors.addAll(errors);
    return problem;
  }

  /// An extension member of the answer; texts may name it as `{name}`.
  ///
  /// @throws IllegalArgumentException for the name of a member that every problem has
  public Problem with(String name, Object value) {
    if (MEMBERS.contains(name)) {
      throw new IllegalArgumentException(name + " would be there twice");
    }
    extras.put(name, value);
    return this;
  }

  public Problem and(String pointer, String code) {
    errors.add(new FieldError(pointer, code, Map.of()));
    return this;
  }

  public Problem retryAfter(int seconds) {
    retryAfterSeconds = seconds;
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public Map<String, Object> extras() {
    return extras;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /// Seconds for the Retry-After header; 0 sends none.
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /// One field of the request that cannot be taken.
  ///
  /// @param pointer JSON pointer into the body
  /// @param code stable word for the reason; its text is `field.<code>` in the bundle
  /// @param arguments what `{name}` stands for in that text
  public record FieldError(String pointer, String code, Map<String, Object> arguments) {}
}
