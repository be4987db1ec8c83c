package org.billetterie.webd.model;

import java.util.UUID;
import org.billetterie.webd.desk.Urgency;
import org.billetterie.webd.event.EventRequest;
import org.billetterie.webd.order.OrderRequest;

/// A step with its numbers looked up: what is really asked.
sealed interface Call {
  /// When a batch decides it.
  default Urgency urgency() {
    return Urgency.PLACING;
  }

  record Create(EventRequest request) implements Call {}

  /// @param asked what is kept under the key, for comparing
  record Place(ModelEvent event, UUID account, String key, OrderRequest asked) implements Call {}

  record Pay(ModelOrder order, UUID account, String key, boolean goodCard) implements Call {
    @Override
    public Urgency urgency() {
      return Urgency.PAYING;
    }

    /// What is kept under the key.
    String asked() {
      return order.id + " " + goodCard;
    }
  }

  record GiveBack(ModelOrder order, UUID account) implements Call {
    @Override
    public Urgency urgency() {
      return Urgency.FREEING;
    }
  }

  record Edit(ModelEvent event, EventRequest request, int version) implements Call {}

  record Delete(ModelEvent event, int version) implements Call {}

  record DeleteAccount(UUID account) implements Call {
    @Override
    public Urgency urgency() {
      return Urgency.FREEING;
    }
  }

  record Expire() implements Call {
    @Override
    public Urgency urgency() {
      return Urgency.FREEING;
    }
  }

  record CancelOrders() implements Call {
    @Override
    public Urgency urgency() {
      return Urgency.FREEING;
    }
  }

  record SweepAnswers() implements Call {}
}
