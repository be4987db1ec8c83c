package org.billetterie.webd.sale;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Where everything queues that moves or bounds stock. One loop takes what is there, decides it in
/// one transaction with a savepoint each, commits once, and only then answers: nobody reads "yes"
/// before it is on disk, and a failure harms one order, never its neighbours.
@ApplicationScoped
public class SaleDesk {
  private static final Logger LOG = Logger.getLogger(SaleDesk.class);
  private static final int QUEUE_MAX = 8_192;
  private static final int BATCH_MAX = 512;
  private static final int RETRY_SECONDS = 2;

  private final Database database;
  private final Clock clock;
  private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final Thread loop = new Thread(this::work, "sale-desk");
  private volatile boolean open = true;

  SaleDesk(Database database, Clock clock, MeterRegistry meters) {
    this.database = database;
    this.clock = clock;
    meters.gauge("sale_desk_queue", queue, BlockingQueue::size);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  /// After the HTTP layer has drained: what is still queued is decided, then the loop ends.
  void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
    open = false;
    loop.join(TimeUnit.SECONDS.toMillis(10));
  }

  /// Queues a movement. The stage completes after its commit, or fails with the movement's problem,
  /// with `overloaded` at once when the queue is full, or with `outcome-unknown` when the commit
  /// itself failed.
  public <T> CompletionStage<T> submit(Urgency urgency, Movement<T> movement) {
    Waiting<T> waiting = new Waiting<>(urgency, movement);
    if (!open || !queue.offer(waiting)) {
      waiting.future.completeExceptionally(
          Problem.of(CommonProblem.OVERLOADED).retryAfter(RETRY_SECONDS));
    }
    return waiting.future;
  }

  private void work() {
    List<Waiting<?>> batch = new ArrayList<>(BATCH_MAX);
    while (open || !queue.isEmpty()) {
      batch.clear();
      try {
        Waiting<?> first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        queue.drainTo(batch, BATCH_MAX - 1);
        batch.sort(Comparator.comparing(waiting -> waiting.urgency));
        settle(batch);
      } catch (InterruptedException ended) {
        return;
      } catch (RuntimeException unexpected) {
        LOG.error("the sale desk could not settle a batch", unexpected);
        batch.forEach(waiting -> waiting.future.completeExceptionally(unexpected));
      }
    }
  }

  private void settle(List<Waiting<?>> batch) {
    try {
      database.write(handle -> {
        Instant now = clock.instant();
        batch.forEach(waiting -> waiting.decide(handle, now));
        return null;
      });
    } catch (Database.OutcomeUnknown unknown) {
      Problem problem = Problem.of(CommonProblem.OUTCOME_UNKNOWN).retryAfter(RETRY_SECONDS);
      batch.forEach(waiting -> waiting.future.completeExceptionally(problem));
      return;
    } catch (Problem refused) {
      batch.forEach(waiting -> waiting.future.completeExceptionally(refused));
      return;
    }
    batch.forEach(Waiting::answer);
  }

  private static final class Waiting<T> {
    private static final String SAVEPOINT = "movement";

    private final Urgency urgency;
    private final Movement<T> movement;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private T outcome;
    private RuntimeException refusal;

    Waiting(Urgency urgency, Movement<T> movement) {
      this.urgency = urgency;
      this.movement = movement;
    }

    void decide(Handle handle, Instant now) {
      handle.savepoint(SAVEPOINT);
      try {
        outcome = movement.decide(handle, now);
        handle.releaseSavepoint(SAVEPOINT);
      } catch (RuntimeException refused) {
        if (Database.isFull(refused)) {
          throw refused; // SQLite may have undone the whole transaction: nobody is answered "yes".
        }
        handle.rollbackToSavepoint(SAVEPOINT);
        refusal = refused;
      }
    }

    void answer() {
      if (refusal == null) {
        future.complete(outcome);
      } else {
        future.completeExceptionally(refusal);
      }
    }
  }
}
