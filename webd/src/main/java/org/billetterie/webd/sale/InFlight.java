package org.billetterie.webd.sale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.Idempotency.Request;

/// The requests that are being decided: who repeats one meanwhile waits for its outcome, and gets
/// the same bytes. Whoever comes later finds them in [Idempotency].
@ApplicationScoped
public class InFlight {
  /// A repetition waits this long and not longer.
  static final Duration WAIT_MAX = Duration.ofSeconds(5);

  private static final int RETRY_SECONDS = 2;

  private final Map<Idempotency.Key, First> going = new ConcurrentHashMap<>();
  private final Duration most;

  @Inject
  public InFlight() {
    this(WAIT_MAX);
  }

  InFlight(Duration most) {
    this.most = most;
  }

  /// @param decide asks for the decision; called once for all who come until it has its outcome.
  ///   The same key with another payload is no repetition: it is decided, or refused, in its turn
  /// @return fails with 409 `in-flight` when the first one has no outcome within 5 s
  public CompletionStage<Answer> once(Request request, Supplier<CompletionStage<Answer>> decide) {
    First mine = new First(request.payloadHash(), new CompletableFuture<>());
    First first = going.putIfAbsent(request.id(), mine);
    if (first == null) {
      return decide(request, mine.outcome(), decide);
    }
    return first.payloadHash().equals(request.payloadHash())
        ? await(first.outcome())
        : decide.get();
  }

  private CompletionStage<Answer> decide(
      Request request,
      CompletableFuture<Answer> outcome,
      Supplier<CompletionStage<Answer>> decide) {
    try {
      decide
          .get()
          .whenComplete((answer, failure) -> {
            going.remove(request.id());
            settle(outcome, answer, failure);
          });
    } catch (RuntimeException notAsked) {
      going.remove(request.id());
      throw notAsked;
    }
    return outcome;
  }

  private static void settle(CompletableFuture<Answer> outcome, Answer answer, Throwable failure) {
    if (failure == null) {
      outcome.complete(answer);
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  private CompletionStage<Answer> await(CompletableFuture<Answer> outcome) {
    return outcome
        .thenApply(Optional::of)
        .completeOnTimeout(Optional.empty(), most.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(answer -> answer.orElseThrow(InFlight::still));
  }

  private static Problem still() {
    return Problem.of(WebdProblem.IN_FLIGHT).retryAfter(RETRY_SECONDS);
  }

  private record First(String payloadHash, CompletableFuture<Answer> outcome) {}
}
