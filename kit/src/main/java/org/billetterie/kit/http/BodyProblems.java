package org.billetterie.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// Turns what Jackson and Bean Validation say of a request body into fields with JSON pointers.
final class BodyProblems {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("NotNull", "required"),
          Map.entry("NotBlank", "required"),
          Map.entry("NotEmpty", "required"),
          Map.entry("Size", "length"),
          Map.entry("Min", "min"),
          Map.entry("PositiveOrZero", "min"),
          Map.entry("Max", "max"),
          Map.entry("Email", "email"));

  private BodyProblems() {}

  static Problem of(ConstraintViolationException violations) {
    Map<String, Problem.FieldError> byPointer =
        violations.getConstraintViolations().stream()
            .map(BodyProblems::fieldError)
            .collect(
                Collectors.toMap(
                    Problem.FieldError::pointer,
                    Function.identity(),
                    BodyProblems::weightier,
                    TreeMap::new));
    return Problem.fields(List.copyOf(byPointer.values()));
  }

  /// One sentence a field: what is missing is not also too short.
  private static Problem.FieldError weightier(Problem.FieldError one, Problem.FieldError other) {
    return "required".equals(other.code()) ? other : one;
  }

  static Problem of(JsonProcessingException unreadable) {
    if (unreadable instanceof UnrecognizedPropertyException unknown) {
      return Problem.field(pointer(unknown), "unknown-field");
    }
    boolean notJson =
        unreadable instanceof StreamReadException
            || unreadable.getCause() instanceof StreamReadException
            || !(unreadable instanceof JsonMappingException);
    if (notJson) {
      return Problem.of(CommonProblem.MALFORMED);
    }
    JsonMappingException mapping = (JsonMappingException) unreadable;
    if (mapping.getPath().isEmpty()) {
      return Problem.of(CommonProblem.MALFORMED);
    }
    return mapping.getCause() instanceof Problem problem
        ? problem
        : Problem.field(pointer(mapping), "type");
  }

  private static String pointer(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(step ->
            step.getFieldName() == null ? step.getIndex() + "" : escape(step.getFieldName()))
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String escape(String name) {
    String shown = name.length() > 64 ? name.substring(0, 64) : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }

  private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
    String annotation =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    Map<String, Object> arguments = new TreeMap<>();
    violation
        .getConstraintDescriptor()
        .getAttributes()
        .forEach((name, value) -> {
          if (value instanceof Number) {
            arguments.put(name, value);
          }
        });
    return new Problem.FieldError(
        pointer(violation.getPropertyPath()), CODES.getOrDefault(annotation, "invalid"), arguments);
  }

  /// The path without the method and parameter that the framework puts in front.
  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
        case PARAMETER -> pointer.setLength(0);
        default -> {
          if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
          }
          if (node.getName() != null && node.getKind() == jakarta.validation.ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
          }
        }
      }
    }
    return pointer.toString();
  }
}
