package org.billetterie.webd.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.webd.event.EventRequest;
import org.billetterie.webd.event.EventStatus;

/// What an organizer may change while a sale goes on, and what not.
final class ModelEdits {
  private final Model model;

  ModelEdits(Model model) {
    this.model = model;
  }

  Expected edit(Call.Edit edit, Instant now) {
    ModelEvent event = edit.event();
    Expected.Refused refused = notEditable(event, edit.version());
    if (refused == null) {
      refused = forbidden(event, edit.request(), now);
    }
    if (refused != null) {
      return refused;
    }
    if (edit.request().status() == EventStatus.CANCELED) {
      event.status = EventStatus.CANCELED;
    } else {
      event.take(edit.request());
    }
    event.version++;
    return new Expected.Shown(event);
  }

  private static Expected.Refused notEditable(ModelEvent event, int version) {
    if (event.deleted) {
      return Expected.Refused.of("not-found");
    } else if (version != event.version) {
      return new Expected.Refused("version-mismatch", Map.of("currentVersion", event.version));
    }
    return null;
  }

  private Expected.Refused forbidden(ModelEvent event, EventRequest wanted, Instant now) {
    boolean ordered = model.orders.stream().anyMatch(order -> order.event == event);
    if (event.status == EventStatus.CANCELED) {
      return Expected.Refused.of("event-canceled");
    } else if (wanted.status() == EventStatus.DRAFT
        && event.status == EventStatus.PUBLISHED
        && ordered) {
      return Expected.Refused.of("event-has-orders");
    } else if (!wanted.currency().equals(event.currency) && ordered) {
      return Expected.Refused.of("in-use");
    } else if (wanted.status() == EventStatus.PUBLISHED
        && event.status == EventStatus.DRAFT
        && wanted.startsAt().isBefore(now)) {
      return Expected.Refused.of("invalid-fields");
    } else if (wanted.status() == EventStatus.CANCELED) {
      return null;
    }
    return tooSmall(event, wanted);
  }

  /// What is taken stays, what was ordered stays.
  private Expected.Refused tooSmall(ModelEvent event, EventRequest wanted) {
    if (wanted.capacity() < model.taken(event)) {
      return below(model.taken(event), "/capacity");
    }
    List<UUID> staying = wanted.ticketTypes().stream().map(EventRequest.TypeRequest::id).toList();
    for (ModelEvent.Type type : event.types) {
      if (!staying.contains(type.id)
          && model.orders.stream()
              .anyMatch(o -> o.event == event && o.seatsByType.containsKey(type.id))) {
        return new Expected.Refused("in-use", Map.of("ticketTypeId", type.id));
      }
    }
    for (int i = 0; i < wanted.ticketTypes().size(); i++) {
      EventRequest.TypeRequest type = wanted.ticketTypes().get(i);
      if (type.capacity() != null && type.capacity() < model.taken(event, type.id())) {
        return below(model.taken(event, type.id()), "/ticketTypes/" + i + "/capacity");
      }
    }
    return null;
  }

  private static Expected.Refused below(int taken, String pointer) {
    return new Expected.Refused("capacity-below-taken", Map.of("taken", taken, "pointer", pointer));
  }

  Expected delete(Call.Delete delete) {
    ModelEvent event = delete.event();
    Expected.Refused refused = notEditable(event, delete.version());
    if (refused != null) {
      return refused;
    } else if (model.orders.stream().anyMatch(order -> order.event == event)) {
      return Expected.Refused.of("event-has-orders");
    }
    event.deleted = true;
    model.kept.keySet().removeIf(key -> key.startsWith(event.id + " "));
    return new Expected.Done();
  }
}
