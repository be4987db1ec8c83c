package org.billetterie.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The JSON of a problem (RFC 9457).
///
/// @param instance the request id, as found in every log
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldBody> errors,
    @JsonAnyGetter Map<String, Object> extras) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /// One field: a JSON pointer, a stable code, a sentence.
  public record FieldBody(String pointer, String code, String detail) {}

  public static ProblemBody of(Problem problem, Locale locale, String requestId) {
    List<FieldBody> errors =
        problem.errors().stream()
            .map(error ->
                new FieldBody(error.pointer(), error.code(), ProblemTexts.field(error, locale)))
            .toList();
    ProblemType type = problem.type();
    return new ProblemBody(
        "/problems#" + type.slug(),
        ProblemTexts.title(type, locale),
        type.status(),
        ProblemTexts.detail(problem, locale),
        requestId,
        errors,
        problem.extras());
  }
}
