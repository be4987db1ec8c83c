package org.billetterie.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Runs wrk, with a [Meter] beside it.
final class Wrk {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The line that `report.lua` prints; times in microseconds.
  ///
  /// @param notOk answers that were not 2xx or 3xx
  /// @param broken connections that broke, and answers that never came
  record Answers(
      long answers, long micros, long notOk, long broken, long p50, long p99, long p999) {}

  private final Path scripts;

  Wrk(Path root) {
    this.scripts = root.resolve("bench/wrk");
  }

  Process start(Load load) {
    try {
      return new ProcessBuilder(load.command(scripts.toString()))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException notThere) {
      throw new UncheckedIOException("wrk cannot be started", notThere);
    }
  }

  Measured run(House house, Load load) {
    return run(house, load, () -> {});
  }

  /// @param next what is done the moment the run has ended, before its answers are counted
  Measured run(House house, Load load, Runnable next) {
    Statuses statuses = Statuses.from(house, load);
    Process process = start(load);
    return finish(house, load, process, statuses, List.of(process.pid()), next);
  }

  /// The same, while another run goes on, which ends with this one.
  Measured run(House house, Load load, Load meanwhile) {
    Statuses background = Statuses.from(house, meanwhile);
    Process other = start(meanwhile);
    Statuses statuses = Statuses.from(house, load);
    Process process = start(load);
    List<Long> both = List.of(process.pid(), other.pid());
    Measured measured = finish(house, load, process, statuses, both, () -> {});
    finish(house, meanwhile, other, background, List.of(), () -> {});
    return measured;
  }

  private Measured finish(
      House house,
      Load load,
      Process process,
      Statuses statuses,
      List<Long> generators,
      Runnable next) {
    try {
      Usage usage = new Meter(house, generators).watch(process);
      Answers answers = answers(process);
      next.run();
      long refused = answers.notOk() == 0 ? 0 : statuses.refused(answers.answers());
      Measured measured = Measured.of(answers, Math.min(refused, answers.notOk()), usage);
      if (load.buys()) {
        house.ledger().acknowledge(measured.ok(), load.connections());
      }
      return measured;
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private static Answers answers(Process ended) {
    try (var said = ended.inputReader()) {
      String report =
          said.lines().filter(line -> line.startsWith("{")).reduce("", (first, last) -> last);
      if (report.isEmpty()) {
        throw new IllegalStateException("wrk ended without a report");
      }
      return JSON.readValue(report, Answers.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
