package org.billetterie.webd.desk;

import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// A wish in the queue: decided with its neighbours of the same kind.
final class WaitingWish<W, A> extends Waiting<A> {
  private static final Logger LOG = Logger.getLogger(WaitingWish.class);

  private final Batch<W, A> batch;
  private final W wish;

  WaitingWish(Batch<W, A> batch, W wish) {
    super(Urgency.PLACING);
    this.batch = batch;
    this.wish = wish;
  }

  @Override
  boolean joins(Waiting<?> next) {
    return next instanceof WaitingWish<?, ?> other && other.batch == batch;
  }

  @Override
  void decide(Handle handle, Instant now, Attempt attempt, List<Waiting<?>> together) {
    List<WaitingWish<W, A>> wishes = together.stream().map(this::sameKind).toList();
    RuntimeException undone = undoable(handle, attempt, () -> decideTogether(handle, now, wishes));
    if (undone == null) {
      return;
    }
    if (wishes.size() > 1) {
      LOG.warnf("a set of %d was undone and is decided one by one: %s", wishes.size(), undone);
      wishes.forEach(each -> each.decide(handle, now, attempt, List.of(each)));
    } else {
      deny(undone);
    }
  }

  private void decideTogether(Handle handle, Instant now, List<WaitingWish<W, A>> wishes) {
    List<Batch.Outcome<A>> outcomes =
        batch.decide(handle, now, wishes.stream().map(each -> each.wish).toList());
    for (int i = 0; i < wishes.size(); i++) {
      switch (outcomes.get(i)) {
        case Batch.Granted<A> granted -> wishes.get(i).grant(granted.answer());
        case Batch.Refused<A> refused -> wishes.get(i).deny(refused.reason());
      }
    }
  }

  @SuppressWarnings("unchecked") // The same batch object has the same types.
  private WaitingWish<W, A> sameKind(Waiting<?> other) {
    return (WaitingWish<W, A>) other;
  }
}
