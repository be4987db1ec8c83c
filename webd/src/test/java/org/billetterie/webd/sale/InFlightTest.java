package org.billetterie.webd.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.billetterie.kit.Ids;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.Idempotency.Request;
import org.junit.jupiter.api.Test;

/// Who repeats a request that is being decided waits for its outcome, five seconds at most.
class InFlightTest {
  private static final UUID EVENT = Ids.next();
  private static final UUID BUYER = Ids.next();
  private static final Answer ANSWER = new Answer(201, "/api/orders/1", "{}");

  private final CompletableFuture<Answer> decision = new CompletableFuture<>();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aRepetitionWaitsForTheOutcomeAndGetsTheSameBytes() {
    InFlight inFlight = new InFlight(Duration.ofHours(1));
    CompletableFuture<Answer> first = ask(inFlight, "buy 1");
    CompletableFuture<Answer> again = ask(inFlight, "buy 1");
    assertThat(first).isNotDone();
    assertThat(again).isNotDone();
    decision.complete(ANSWER);
    assertThat(first.join()).isSameAs(ANSWER);
    assertThat(again.join()).isSameAs(ANSWER);
    assertThat(asked).hasValue(1);
  }

  @Test
  void itIsToldThatTheFirstIsInFlightOnlyAfterItsPatience() {
    Duration most = Duration.ofMillis(300);
    InFlight inFlight = new InFlight(most);
    CompletableFuture<Answer> first = ask(inFlight, "buy 1");
    long begun = System.nanoTime();
    CompletableFuture<Answer> again = ask(inFlight, "buy 1");
    assertThatThrownBy(again::join).hasRootCauseMessage("in-flight");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(most);
    assertThat(first).as("the first goes on").isNotDone();
    decision.complete(ANSWER);
    assertThat(first.join()).isSameAs(ANSWER);
  }

  @Test
  void controlWithoutPatienceTheSameRepetitionIsSentAway() {
    InFlight inFlight = new InFlight(Duration.ZERO);
    CompletableFuture<Answer> first = ask(inFlight, "buy 1");
    Throwable refused = catchThrowable(ask(inFlight, "buy 1")::join);
    System.out.println("control: a repetition in flight is told " + refused.getCause());
    assertThat(refused).hasRootCauseMessage("in-flight");
    assertThat(first).isNotDone();
  }

  @Test
  void thePatienceIsFiveSeconds() {
    assertThat(InFlight.WAIT_MAX).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aRefusalIsToldToBothAndTheNextOneIsDecidedAnew() {
    InFlight inFlight = new InFlight();
    CompletableFuture<Answer> first = ask(inFlight, "buy 1");
    CompletableFuture<Answer> again = ask(inFlight, "buy 1");
    decision.completeExceptionally(Problem.of(WebdProblem.SOLD_OUT));
    assertThatThrownBy(first::join).hasRootCauseMessage("sold-out");
    assertThatThrownBy(again::join).hasRootCauseMessage("sold-out");
    ask(inFlight, "buy 1");
    assertThat(asked).hasValue(2);
  }

  @Test
  void anotherPayloadIsNoRepetition() {
    InFlight inFlight = new InFlight();
    ask(inFlight, "buy 1");
    ask(inFlight, "buy 2");
    assertThat(asked).hasValue(2);
  }

  @Test
  void whatCouldNotBeAskedIsForgotten() {
    InFlight inFlight = new InFlight();
    assertThatThrownBy(() ->
            inFlight.once(
                request("buy 1"),
                () -> {
                  throw new IllegalStateException("closed");
                }))
        .hasMessage("closed");
    ask(inFlight, "buy 1");
    assertThat(asked).hasValue(1);
  }

  private CompletableFuture<Answer> ask(InFlight inFlight, String payload) {
    return inFlight
        .once(
            request(payload),
            () -> {
              asked.incrementAndGet();
              return decision;
            })
        .toCompletableFuture();
  }

  private static Request request(String payload) {
    return Request.of(EVENT, BUYER, "k", payload);
  }
}
