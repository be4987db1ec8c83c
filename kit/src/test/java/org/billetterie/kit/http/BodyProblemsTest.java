package org.billetterie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.billetterie.kit.problem.Problem.FieldError;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class BodyProblemsTest {
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @Test
  void namesEachFieldOnceByItsPointer() {
    assertThat(errors(new Form("", List.of(new Line(11), new Line(10), new Line(12)))))
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly(
            tuple("/lines/0/quantity", "max"),
            tuple("/lines/2/quantity", "max"),
            tuple("/name", "required"));
  }

  @Test
  void givesTheBoundsToTheText() {
    assertThat(errors(new Form("x".repeat(21), List.of())).getFirst().arguments())
        .containsEntry("min", 2)
        .containsEntry("max", 20);
  }

  private static List<FieldError> errors(Form form) {
    return BodyProblems.of(new ConstraintViolationException(VALIDATOR.validate(form))).errors();
  }

  record Form(@NotBlank @Size(min = 2, max = 20) String name, List<@Valid Line> lines) {}

  record Line(@Max(10) int quantity) {}
}
