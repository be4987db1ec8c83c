package org.billetterie.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What else the machine has to do. Bounds that are promised for an idle machine grow with it.
public final class Load {
  private static final Path AVERAGE = Path.of("/proc/loadavg");

  private Load() {}

  /// @param idle what is promised on a machine with nothing else to do
  /// @return the same, longer by as much as there is more to do than processors
  public static Duration allows(Duration idle) {
    return Duration.ofNanos((long) (idle.toNanos() * slowdown()));
  }

  private static double slowdown() {
    try {
      double waiting = Double.parseDouble(Files.readString(AVERAGE).split(" ")[0]);
      return Math.max(1, waiting / Runtime.getRuntime().availableProcessors());
    } catch (IOException noSuchFile) {
      throw new UncheckedIOException(noSuchFile);
    }
  }
}
