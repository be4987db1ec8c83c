package org.billetterie.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// One run, or the medians of several.
///
/// @param ok answers 2xx
/// @param refused answers 4xx, and 503 with the time to come back
/// @param failed any other 5xx, connections that broke, answers that never came
/// @param perSecond answers 2xx a second
/// @param p50 milliseconds, as p99 and p999, of all answers
public record Measured(
    long ok,
    long refused,
    long failed,
    double perSecond,
    double p50,
    double p99,
    double p999,
    Usage usage) {

  static Measured of(Wrk.Answers answers, long refused, Usage usage) {
    long ok = answers.answers() - answers.notOk();
    return new Measured(
        ok,
        refused,
        answers.notOk() - refused + answers.broken(),
        ok / (answers.micros() / 1e6),
        answers.p50() / 1e3,
        answers.p99() / 1e3,
        answers.p999() / 1e3,
        usage);
  }

  /// Each figure's own median: an odd run out moves none of them.
  static Measured median(List<Measured> runs) {
    return new Measured(
        (long) middle(runs, Measured::ok),
        (long) middle(runs, Measured::refused),
        (long) middle(runs, Measured::failed),
        middle(runs, Measured::perSecond),
        middle(runs, Measured::p50),
        middle(runs, Measured::p99),
        middle(runs, Measured::p999),
        new Usage(
            middle(runs, run -> run.usage().webdCores()),
            middle(runs, run -> run.usage().lbCores()),
            middle(runs, run -> run.usage().authCores()),
            middle(runs, run -> run.usage().wrkCores()),
            middle(runs, run -> run.usage().strangeCores()),
            middle(runs, run -> run.usage().webdMegabytes()),
            middle(runs, run -> run.usage().authMegabytes())));
  }

  /// The middle one; of two the lower.
  private static double middle(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    List<Double> sorted = runs.stream().map(figure::applyAsDouble).sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
