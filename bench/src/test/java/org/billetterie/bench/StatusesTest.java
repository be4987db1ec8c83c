package org.billetterie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusesTest {
  /// 499 is the generator itself, which leaves when its time is over.
  @Test
  void refusedIsWhatWasToldSoOrToComeBack() {
    String log =
        """
        {"service":"lb","status":201,"durationMs":0.003e3}
        {"service":"lb","status":409,"durationMs":0.003e3}
        {"service":"lb","status":429,"durationMs":0.003e3}
        {"service":"lb","status":499,"durationMs":0.003e3}
        {"service":"lb","status":500,"durationMs":0.003e3}
        {"service":"lb","status":503,"durationMs":0.003e3}
        """;
    assertThat(Statuses.count(log)).isEqualTo(new Statuses.Counted(6, 3));
  }
}
