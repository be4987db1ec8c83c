package org.billetterie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// What a run ran on, in one sentence.
final class Machine {
  private Machine() {}

  static String describe() {
    return "%s, %d processors (%s), %s, Linux %s, Java %s."
        .formatted(
            LocalDate.now(),
            Cpu.CORES,
            value(Path.of("/proc/cpuinfo"), "model name").replaceAll("^.*: ", ""),
            value(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D+(\\d+)\\d{6} kB", "$1 GB"),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  private static String value(Path file, String name) {
    try (var lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(name)).findFirst().orElse("").strip();
    } catch (IOException unreadable) {
      return "";
    }
  }
}
