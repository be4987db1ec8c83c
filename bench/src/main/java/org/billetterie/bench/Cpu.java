package org.billetterie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Processor time and memory of processes, read from `/proc`.
final class Cpu {
  private static final double TICKS = 100;
  static final int CORES = Runtime.getRuntime().availableProcessors();

  private Cpu() {}

  /// Seconds of processor time that these processes have used so far; those that ended count 0.
  static double seconds(Collection<Long> processes) {
    double sum = 0;
    for (long process : processes) {
      String[] fields = fieldsOf(process);
      if (fields.length > 14) {
        sum += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
      }
    }
    return sum;
  }

  /// Seconds that all processors were busy since the machine started.
  static double busySeconds() {
    String[] fields = read(Path.of("/proc/stat")).lines().findFirst().orElse("").split(" +");
    long busy = 0;
    for (int i = 1; i <= 8; i++) {
      boolean idle = i == 4 || i == 5;
      busy += idle ? 0 : Long.parseLong(fields[i]);
    }
    return busy / TICKS;
  }

  static double megabytes(long process) {
    return read(Path.of("/proc/" + process + "/status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /// A process and its children.
  static List<Long> family(long process) {
    List<Long> all = new ArrayList<>(List.of(process));
    String children = read(Path.of("/proc/" + process + "/task/" + process + "/children"));
    for (String child : children.strip().split(" +")) {
      if (!child.isEmpty()) {
        all.add(Long.valueOf(child));
      }
    }
    return all;
  }

  /// From the third field on: a name in parentheses may hold spaces.
  private static String[] fieldsOf(long process) {
    String line = read(Path.of("/proc/" + process + "/stat"));
    return line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }
}
