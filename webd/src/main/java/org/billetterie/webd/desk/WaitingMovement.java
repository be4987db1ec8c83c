package org.billetterie.webd.desk;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// A movement in the queue: decided alone.
final class WaitingMovement<T> extends Waiting<T> {
  private final Movement<T> movement;

  WaitingMovement(Urgency urgency, Movement<T> movement) {
    super(urgency);
    this.movement = movement;
  }

  @Override
  boolean joins(Waiting<?> next) {
    return false;
  }

  @Override
  void decide(Handle handle, Instant now, Attempt attempt, List<Waiting<?>> together) {
    RuntimeException refused = undoable(handle, attempt, () -> grant(movement.decide(handle, now)));
    if (refused != null) {
      deny(refused);
    }
  }
}
