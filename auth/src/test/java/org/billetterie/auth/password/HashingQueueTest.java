package org.billetterie.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.junit.jupiter.api.Test;

class HashingQueueTest {
  /// One worker is held, two wait; the next is refused at once and none of the others is lost.
  @Test
  void refusesWhoComesWhenTheQueueIsFull() throws Exception {
    try (HashingQueue queue = new HashingQueue(1, 2, Duration.ofMinutes(1))) {
      CountDownLatch held = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      AtomicInteger done = new AtomicInteger();
      Thread first =
          Thread.ofVirtual()
              .start(() ->
                  queue.run(() -> {
                    held.countDown();
                    release.await();
                    return done.incrementAndGet();
                  }));
      assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();
      Thread second = Thread.ofVirtual().start(() -> queue.run(done::incrementAndGet));
      Thread third = Thread.ofVirtual().start(() -> queue.run(done::incrementAndGet));
      awaitRefusal(queue);

      release.countDown();
      first.join();
      second.join();
      third.join();
      assertThat(done).hasValue(3);
      assertThat(queue.run(() -> "free again")).isEqualTo("free again");
    }
  }

  /// Whoever gave up leaves a place that somebody else can have.
  @Test
  void nobodyWaitsLongerThanItsPatience() throws Exception {
    try (HashingQueue queue = new HashingQueue(1, 1, Duration.ofMillis(50))) {
      CountDownLatch release = new CountDownLatch(1);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() ->
                queue.run(() -> {
                  release.await();
                  return "too late";
                }))
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(CommonProblem.OVERLOADED));
      }
      assertThat(queue.waiting()).isZero();
      release.countDown();
    }
  }

  private static void awaitRefusal(HashingQueue queue) {
    while (queue.waiting() < 2) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> queue.run(() -> "never"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(CommonProblem.OVERLOADED);
              assertThat(problem.retryAfterSeconds()).isPositive();
            });
  }
}
