package org.billetterie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// How long a service takes to be ready when nothing else starts: it is ended, and what supervises
/// the stack starts it again at once.
final class Starts {
  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final long STEP_NANOS = 20_000_000;

  private Starts() {}

  /// @return milliseconds until ready, the median of `times`
  static long millis(House house, String part, int times) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(again(house, part));
    }
    return all.stream().sorted().toList().get((times - 1) / 2);
  }

  private static long again(House house, String part) {
    long before = house.process(part);
    ProcessHandle.of(before).ifPresent(ProcessHandle::destroy);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline) {
      LockSupport.parkNanos(STEP_NANOS);
      long now = house.process(part);
      String ready = house.readyMillis(part);
      if (now != before && now != 0 && !ready.isEmpty()) {
        return Long.parseLong(ready);
      }
    }
    throw new IllegalStateException(part + " was not ready again within a minute");
  }
}
