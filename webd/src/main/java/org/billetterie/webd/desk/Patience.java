package org.billetterie.webd.desk;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// Sees that nobody waits for ever at a desk whose database has stopped answering: after a while
/// who still queues is sent away, and who is being decided is told that nobody knows.
final class Patience implements Runnable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int RETRY_SECONDS = 2;

  private final Queue<Waiting<?>> queue;
  private final Duration most;
  private volatile List<Waiting<?>> deciding = List.of();
  private volatile boolean ended;

  Patience(Queue<Waiting<?>> queue, Duration most) {
    this.queue = queue;
    this.most = most;
  }

  /// What the loop decides from now on; an empty list when it has answered.
  void decides(List<Waiting<?>> batch) {
    deciding = List.copyOf(batch);
  }

  void end() {
    ended = true;
  }

  @Override
  public void run() {
    while (!ended) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      look();
    }
  }

  void look() {
    long oldest = System.nanoTime() - most.toNanos();
    for (Waiting<?> waiting = queue.peek();
        waiting != null && waiting.since() - oldest < 0;
        waiting = queue.peek()) {
      if (queue.remove(waiting)) {
        waiting.refuse(Problem.of(CommonProblem.OVERLOADED).retryAfter(RETRY_SECONDS));
      }
    }
    for (Waiting<?> waiting : deciding) {
      if (waiting.since() - oldest < 0) {
        waiting.refuse(Problem.of(CommonProblem.OUTCOME_UNKNOWN).retryAfter(RETRY_SECONDS));
      }
    }
  }
}
