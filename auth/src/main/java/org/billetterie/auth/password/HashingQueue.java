package org.billetterie.auth.password;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// The few threads that hash passwords, so that a burst of sign-ins leaves the rest of the machine
/// alone. Who comes when the queue is full is asked to come back.
final class HashingQueue implements AutoCloseable {
  private static final int RETRY_SECONDS = 3;

  private final ThreadPoolExecutor threads;

  /// @param workers hashes computed at a time
  /// @param waiting hashes that may wait for a worker
  HashingQueue(int workers, int waiting) {
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name("hashing-", 0).daemon().factory());
  }

  int waiting() {
    return threads.getQueue().size();
  }

  /// Does it when its turn comes; nobody waits.
  void begin(Runnable work) {
    threads.execute(work);
  }

  /// @throws Problem 503 `overloaded` when too many wait already
  <T> T run(Callable<T> work) {
    Future<T> result;
    try {
      result = threads.submit(work);
    } catch (RejectedExecutionException full) {
      throw Problem.of(CommonProblem.OVERLOADED).retryAfter(RETRY_SECONDS);
    }
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("hashing failed", failed.getCause());
    } catch (InterruptedException stopping) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_SECONDS);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
