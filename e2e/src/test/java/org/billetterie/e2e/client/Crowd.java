package org.billetterie.e2e.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Many at once, each on a virtual thread of its own.
public final class Crowd {
  private static final Duration MOST = Duration.ofMinutes(4);

  private Crowd() {}

  /// Starts all of them at the same moment and waits for all.
  ///
  /// @return their results, in order
  /// @throws AssertionError with the first failure
  public static <T> List<T> atOnce(List<? extends Callable<T>> tasks) {
    CountDownLatch ready = new CountDownLatch(tasks.size());
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> task : tasks) {
        running.add(
            threads.submit(() -> {
              ready.countDown();
              go.await();
              return task.call();
            }));
      }
      ready.await();
      go.countDown();
      List<T> results = new ArrayList<>();
      try {
        for (Future<T> each : running) {
          results.add(each.get(MOST.toSeconds(), TimeUnit.SECONDS));
        }
      } catch (ExecutionException | TimeoutException failed) {
        threads.shutdownNow();
        throw new AssertionError("one of the crowd failed", failed);
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  /// Each buyer does the same at the same moment.
  public static void each(List<Buyer> buyers, Consumer<Buyer> act) {
    atOnce(
        buyers.stream()
            .<Callable<Boolean>>map(buyer ->
                () -> {
                  act.accept(buyer);
                  return true;
                })
            .toList());
  }
}
