package org.billetterie.webd.desk;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.billetterie.kit.database.Database;
import org.jdbi.v3.core.Handle;

/// One place in the queue: what is decided now is answered after the commit.
abstract sealed class Waiting<T> permits WaitingMovement, WaitingWish {
  private static final String SAVEPOINT = "decision";

  private final Urgency urgency;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final long since = System.nanoTime();
  private T answer;
  private RuntimeException refusal;

  Waiting(Urgency urgency) {
    this.urgency = urgency;
  }

  final Urgency urgency() {
    return urgency;
  }

  /// By [System#nanoTime()].
  final long since() {
    return since;
  }

  final CompletableFuture<T> future() {
    return future;
  }

  /// Whether the next one in the queue is decided together with this one.
  abstract boolean joins(Waiting<?> next);

  /// @param together this one and those that joined it
  abstract void decide(Handle handle, Instant now, Attempt attempt, List<Waiting<?>> together);

  final void grant(T granted) {
    answer = granted;
    refusal = null;
  }

  final void deny(RuntimeException reason) {
    refusal = reason;
  }

  final void refuse(RuntimeException reason) {
    future.completeExceptionally(reason);
  }

  final void answer() {
    if (refusal == null) {
      future.complete(answer);
    } else {
      future.completeExceptionally(refusal);
    }
  }

  /// Runs `decision`; when it throws, what it wrote is undone.
  ///
  /// @return why it was undone, null when it stands
  /// @throws WroteAndFailed at the first attempt, when what it wrote cannot be undone alone
  static RuntimeException undoable(Handle handle, Attempt attempt, Runnable decision) {
    return attempt == Attempt.HOPEFUL ? hoped(handle, decision) : guarded(handle, decision);
  }

  private static RuntimeException hoped(Handle handle, Runnable decision) {
    long before = Database.changes(handle);
    try {
      decision.run();
      return null;
    } catch (RuntimeException failed) {
      if (Database.isFull(failed)) {
        throw failed;
      }
      if (Database.changes(handle) != before) {
        throw new WroteAndFailed(failed);
      }
      return failed;
    }
  }

  private static RuntimeException guarded(Handle handle, Runnable decision) {
    handle.savepoint(SAVEPOINT);
    try {
      decision.run();
      handle.releaseSavepoint(SAVEPOINT);
      return null;
    } catch (RuntimeException failed) {
      if (Database.isFull(failed)) {
        throw failed; // SQLite may have undone the whole transaction: nobody is answered "yes".
      }
      handle.rollbackToSavepoint(SAVEPOINT);
      return failed;
    }
  }

  /// The whole batch must be undone and decided again, carefully.
  static final class WroteAndFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WroteAndFailed(RuntimeException cause) {
      super(cause);
    }
  }
}
