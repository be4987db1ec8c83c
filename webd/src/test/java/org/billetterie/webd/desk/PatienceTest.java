package org.billetterie.webd.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.junit.jupiter.api.Test;

/// Who has waited too long is answered, and what was answered "nothing happened" does not happen.
class PatienceTest {
  private final Queue<Waiting<?>> queue = new ArrayBlockingQueue<>(8);

  @Test
  void whoQueuesTooLongIsSentAwayAndNotDecidedAnyMore() {
    WaitingMovement<Integer> waiting = waiting();
    queue.add(waiting);
    new Patience(queue, Duration.ZERO).look();
    assertThat(queue).isEmpty();
    assertThatThrownBy(() -> waiting.future().join()).hasRootCauseMessage("overloaded");
  }

  @Test
  void whoIsDecidedTooLongIsToldThatNobodyKnows() {
    WaitingMovement<Integer> waiting = waiting();
    Patience patience = new Patience(queue, Duration.ZERO);
    patience.decides(List.of(waiting));
    patience.look();
    assertThatThrownBy(() -> waiting.future().join()).hasRootCauseMessage("outcome-unknown");
    waiting.grant(1);
    waiting.answer();
    assertThatThrownBy(() -> waiting.future().join()).hasRootCauseMessage("outcome-unknown");
  }

  @Test
  void whoCameJustNowGoesOnWaiting() {
    WaitingMovement<Integer> queued = waiting();
    WaitingMovement<Integer> decided = waiting();
    queue.add(queued);
    Patience patience = new Patience(queue, Duration.ofMinutes(1));
    patience.decides(List.of(decided));
    patience.look();
    assertThat(queue).containsExactly(queued);
    assertThat(queued.future()).isNotDone();
    assertThat(decided.future()).isNotDone();
  }

  private static WaitingMovement<Integer> waiting() {
    return new WaitingMovement<>(Urgency.PLACING, (handle, now) -> 1);
  }
}
