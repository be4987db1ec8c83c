package org.billetterie.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.billetterie.e2e.client.Answer;

/// How long requests take. Whatever a part waits for, every request ends within 12 s.
final class Stopwatch {
  static final Duration MOST = Duration.ofSeconds(12);

  private final Queue<Duration> all = new ConcurrentLinkedQueue<>();

  Answer time(Supplier<Answer> request) {
    long begun = System.nanoTime();
    try {
      return request.get();
    } finally {
      all.add(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  Duration longest() {
    return all.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  void assertAllEnded() {
    assertThat(longest()).as("the longest of %d requests", all.size()).isLessThan(MOST);
  }
}
