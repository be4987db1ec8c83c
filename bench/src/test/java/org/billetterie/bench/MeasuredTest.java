package org.billetterie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTest {
  private static final Usage QUIET = new Usage(0.5, 0.25, 0, 0.25, 0.1, 200, 150);

  @Test
  void countsWhatWasNeitherOkNorRefusedAsFailed() {
    Wrk.Answers answers = new Wrk.Answers(1_000, 2_000_000, 30, 2, 1_500, 9_000, 20_000);
    Measured run = Measured.of(answers, 20, QUIET);
    assertThat(List.of(run.ok(), run.refused(), run.failed())).containsExactly(970L, 20L, 12L);
    assertThat(run.perSecond()).isEqualTo(485);
    assertThat(run.p99()).isEqualTo(9);
  }

  @Test
  void theMedianOfEachFigureIsItsOwn() {
    Measured median =
        Measured.median(List.of(run(100, 9, 300), run(300, 7, 200), run(200, 8, 100)));
    assertThat(median.perSecond()).isEqualTo(200);
    assertThat(median.p99()).isEqualTo(8);
    assertThat(median.usage().webdMegabytes()).isEqualTo(200);
  }

  @Test
  void theGeneratorsShareIsOfTheWholeMachine() {
    assertThat(QUIET.generatorPercent()).isEqualTo(25.0 / Cpu.CORES);
  }

  private static Measured run(double perSecond, double p99, double megabytes) {
    Usage usage = new Usage(0.5, 0.25, 0, 0.25, 0.1, megabytes, 150);
    return new Measured(1, 0, 0, perSecond, 1, p99, 20, usage);
  }
}
