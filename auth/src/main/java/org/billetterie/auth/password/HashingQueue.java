package org.billetterie.auth.password;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// The few threads that hash passwords, so that a burst of sign-ins leaves the rest of the machine
/// alone. Who comes when the queue is full is asked to come back.
final class HashingQueue implements AutoCloseable {
  private static final int RETRY_SECONDS = 3;

  private final ThreadPoolExecutor threads;
  private final Duration patience;

  /// @param workers hashes computed at a time
  /// @param waiting hashes that may wait for a worker
  /// @param patience how long one of them waits for its turn and its result
  HashingQueue(int workers, int waiting, Duration patience) {
    this.patience = patience;
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

  /// @throws Problem 503 `overloaded` when too many wait already, or its turn does not come
  <T> T run(Callable<T> work) {
    FutureTask<T> result = new FutureTask<>(work);
    try {
      threads.execute(result);
    } catch (RejectedExecutionException full) {
      throw overloaded();
    }
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // Its place is free for somebody who still waits for an answer.
      threads.remove(result);
      result.cancel(false);
      throw overloaded();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("hashing failed", failed.getCause());
    } catch (InterruptedException stopping) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_SECONDS);
    }
  }

  private static Problem overloaded() {
    return Problem.of(CommonProblem.OVERLOADED).retryAfter(RETRY_SECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
