package org.billetterie.kit.problem;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProblemTest {
  /// RFC 9457 gives these names a meaning; a JSON object has each name once.
  @Test
  void keepsTheNamesThatEveryProblemHas() {
    for (String name : new String[] {"type", "title", "status", "detail", "instance", "errors"}) {
      assertThatIllegalArgumentException()
          .as(name)
          .isThrownBy(() -> Problem.of(CommonProblem.MALFORMED).with(name, "x"));
    }
  }
}
