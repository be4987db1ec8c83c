package org.billetterie.webd.desk;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdConfig;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Where everything queues that moves or bounds stock. One loop takes what is there, decides it in
/// one transaction, commits once, and only then answers: nobody reads "yes" before it is on disk.
/// Wishes of one kind that queue behind each other are decided as a set, all else alone. What
/// throws is undone and harms no neighbour: see [Attempt].
@ApplicationScoped
public class SaleDesk {
  private static final Logger LOG = Logger.getLogger(SaleDesk.class);
  static final int QUEUE_MAX = 8_192;
  static final int BATCH_MAX = 1_024;
  private static final int RETRY_SECONDS = 2;
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);

  /// Whether the desk has been closed meanwhile.
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Database database;
  private final Clock clock;
  private final int batchMax;
  private final DistributionSummary batchSizes;
  private final Line<Waiting<?>> line;
  private final Patience patience;
  private final Thread loop = new Thread(this::work, "sale-desk");

  @Inject
  SaleDesk(Database database, Clock clock, MeterRegistry meters, WebdConfig config) {
    this(database, clock, meters, config.batchMax(), QUEUE_MAX);
  }

  SaleDesk(Database database, Clock clock, MeterRegistry meters) {
    this(database, clock, meters, BATCH_MAX, QUEUE_MAX);
  }

  /// @param queueMax how many may wait; who comes beyond is sent away
  SaleDesk(Database database, Clock clock, MeterRegistry meters, int batchMax, int queueMax) {
    this.batchMax = batchMax;
    this.line = new Line<>(queueMax);
    this.patience = new Patience(line.waiting(), WAIT_MAX);
    this.database = database;
    this.clock = clock;
    this.batchSizes = meters.summary("sale_desk_batch");
    meters.gauge("sale_desk_queue", line, Line::length);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
    Thread.ofPlatform().daemon().name("sale-desk-patience").start(patience);
  }

  /// After the HTTP layer has drained: what is still queued is decided, then the loop ends.
  void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
    line.close();
    loop.join(TimeUnit.SECONDS.toMillis(10));
  }

  /// Queues a movement. The stage completes after its commit, or fails with the movement's problem,
  /// with `overloaded` at once when the queue is full, or with `outcome-unknown` when the commit
  /// itself failed. It does so within about 10 s, whatever the database does.
  public <T> CompletionStage<T> submit(Urgency urgency, Movement<T> movement) {
    return enqueue(new WaitingMovement<>(urgency, movement));
  }

  /// Queues a wish to be decided together with its like; fails as [#submit] does.
  public <W, A> CompletionStage<A> submit(Batch<W, A> batch, W wish) {
    return enqueue(new WaitingWish<>(batch, wish));
  }

  private <T> CompletionStage<T> enqueue(Waiting<T> waiting) {
    if (!line.join(waiting)) {
      sendAway(waiting);
    }
    return waiting.future();
  }

  private static void sendAway(Waiting<?> waiting) {
    waiting.refuse(Problem.of(CommonProblem.OVERLOADED).retryAfter(RETRY_SECONDS));
  }

  private void work() {
    try {
      decideWhileOpen();
    } finally {
      line.end().forEach(SaleDesk::sendAway);
      patience.end();
    }
  }

  private void decideWhileOpen() {
    while (line.goesOn()) {
      try {
        List<Waiting<?>> batch = line.take(batchMax, LOOK_EVERY);
        if (!batch.isEmpty()) {
          decideInTurn(batch);
        }
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private void decideInTurn(List<Waiting<?>> batch) {
    try {
      batchSizes.record(batch.size());
      batch.sort(Comparator.comparing(Waiting::urgency));
      patience.decides(batch);
      settle(batch);
      patience.decides(List.of());
    } catch (RuntimeException unexpected) {
      LOG.error("the sale desk could not settle a batch", unexpected);
      batch.forEach(waiting -> waiting.refuse(unexpected));
    }
  }

  private void settle(List<Waiting<?>> batch) {
    try {
      commit(batch);
    } catch (Database.OutcomeUnknown unknown) {
      Problem problem = Problem.of(CommonProblem.OUTCOME_UNKNOWN).retryAfter(RETRY_SECONDS);
      batch.forEach(waiting -> waiting.refuse(problem));
      return;
    } catch (Problem refused) {
      batch.forEach(waiting -> waiting.refuse(refused));
      return;
    }
    batch.forEach(Waiting::answer);
  }

  private void commit(List<Waiting<?>> batch) {
    try {
      commit(batch, Attempt.HOPEFUL);
    } catch (Waiting.WroteAndFailed undone) {
      // Edits are refused after they wrote; anything else that throws is a fault.
      Logger.Level level =
          undone.getCause() instanceof Problem ? Logger.Level.DEBUG : Logger.Level.WARN;
      LOG.logf(level, "a batch of %d is decided again: %s", batch.size(), undone.getCause());
      commit(batch, Attempt.CAREFUL);
    }
  }

  private void commit(List<Waiting<?>> batch, Attempt attempt) {
    database.write(handle -> {
      decide(handle, clock.instant(), attempt, batch);
      return null;
    });
  }

  /// Neighbours of one kind are decided together, everything in its turn.
  private static void decide(Handle handle, Instant now, Attempt attempt, List<Waiting<?>> batch) {
    int from = 0;
    while (from < batch.size()) {
      int to = from + 1;
      while (to < batch.size() && batch.get(from).joins(batch.get(to))) {
        to++;
      }
      batch.get(from).decide(handle, now, attempt, batch.subList(from, to));
      from = to;
    }
  }
}
