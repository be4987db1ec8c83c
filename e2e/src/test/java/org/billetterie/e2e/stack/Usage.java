package org.billetterie.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process uses of the machine.
///
/// @param threads of the system
/// @param residentKilobytes memory that it has in RAM
public record Usage(int threads, int residentKilobytes) {
  public static Usage of(long pid) {
    try {
      int threads = 0;
      int resident = 0;
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("Threads:")) {
          threads = number(line);
        } else if (line.startsWith("VmRSS:")) {
          resident = number(line);
        }
      }
      return new Usage(threads, resident);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static int number(String line) {
    return Integer.parseInt(line.replaceAll("[^0-9]", ""));
  }
}
