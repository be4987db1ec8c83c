package org.billetterie.webd.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.order.OrderRequest;
import org.billetterie.webd.order.OrderStatus;

/// What selling promises, written down a second time and as simply as can be: no counters, no
/// database, no batches. Everything is counted anew from the list of orders.
final class Model {
  private static final Duration HOLD = Duration.ofMinutes(15);
  private static final Duration ORDERS_EXPIRE_LATE_BY = Duration.ofSeconds(1);
  private static final Duration ANSWERS_KEPT = Duration.ofHours(48);
  private static final int HOLDS_MAX = 3;

  final List<ModelEvent> events = new ArrayList<>();
  final List<ModelOrder> orders = new ArrayList<>();
  final Map<String, Kept> kept = new HashMap<>();

  /// What was answered to a key.
  ///
  /// @param asked with what request
  record Kept(Object asked, String body, Instant at) {}

  Expected expect(Call call, Instant now) {
    return switch (call) {
      case Call.Create create -> create(create);
      case Call.Place place -> place(place, now);
      case Call.Pay pay -> pay(pay, now);
      case Call.GiveBack back -> giveBack(back);
      case Call.Edit edit -> new ModelEdits(this).edit(edit, now);
      case Call.Delete delete -> new ModelEdits(this).delete(delete);
      case Call.DeleteAccount gone ->
          closeAll(
              order -> order.account.equals(gone.account()) && isPending(order),
              OrderStatus.CANCELED);
      case Call.Expire expire ->
          closeAll(
              order ->
                  isPending(order) && !order.expiresAt.isAfter(now.minus(ORDERS_EXPIRE_LATE_BY)),
              OrderStatus.EXPIRED);
      case Call.CancelOrders cancel ->
          closeAll(
              order -> order.takes() && order.event.status == EventStatus.CANCELED,
              OrderStatus.CANCELED);
      case Call.SweepAnswers sweep -> {
        kept.values().removeIf(answer -> answer.at().isBefore(now.minus(ANSWERS_KEPT)));
        yield new Expected.Done();
      }
    };
  }

  int taken(ModelEvent event) {
    return orders.stream()
        .filter(order -> order.event == event && order.takes())
        .mapToInt(ModelOrder::seats)
        .sum();
  }

  int taken(ModelEvent event, UUID type) {
    return orders.stream()
        .filter(order -> order.event == event && order.takes())
        .mapToInt(order -> order.seatsByType.getOrDefault(type, 0))
        .sum();
  }

  static String keyOf(ModelEvent event, UUID account, String key) {
    return event.id + " " + account + " " + key;
  }

  private Expected create(Call.Create create) {
    ModelEvent event = new ModelEvent();
    event.take(create.request());
    events.add(event);
    return new Expected.Shown(event);
  }

  private Expected place(Call.Place place, Instant now) {
    ModelEvent event = place.event();
    String keptAs = keyOf(event, place.account(), place.key());
    Kept before = kept.get(keptAs);
    if (before != null) {
      return again(before, place.asked());
    }
    Expected.Refused notOnSale = notOnSale(event, now);
    if (notOnSale != null) {
      return notOnSale;
    }
    Map<UUID, Integer> seats = new LinkedHashMap<>();
    long total = 0;
    for (OrderRequest.LineRequest line : place.asked().lines()) {
      ModelEvent.Type type = event.type(line.ticketTypeId());
      if (type == null) {
        return Expected.Refused.of("invalid-fields");
      }
      seats.merge(type.id, line.quantity(), Integer::sum);
      total += line.quantity() * type.priceMinor;
    }
    Expected.Refused refused = limits(event, place.account(), seats, total);
    refused = refused == null ? soldOut(event, seats) : refused;
    if (refused != null) {
      return refused;
    }
    ModelOrder order =
        new ModelOrder(event, place.account(), seats, total, total == 0 ? null : now.plus(HOLD));
    orders.add(order);
    return new Expected.Placed(order, keptAs);
  }

  private static Expected again(Kept before, Object asked) {
    return before.asked().equals(asked)
        ? new Expected.Same(before.body())
        : Expected.Refused.of("idempotency-mismatch");
  }

  private static Expected.Refused notOnSale(ModelEvent event, Instant now) {
    if (event.deleted || event.status == EventStatus.DRAFT) {
      return Expected.Refused.of("not-found");
    } else if (event.status == EventStatus.CANCELED) {
      return Expected.Refused.of("event-canceled");
    } else if (event.salesStartAt != null && now.isBefore(event.salesStartAt)) {
      return new Expected.Refused("sale-not-open", Map.of("opensAt", event.salesStartAt));
    } else if (!now.isBefore(event.endsAt())) {
      return Expected.Refused.of("event-over");
    } else if (event.salesEndAt != null && !now.isBefore(event.salesEndAt)) {
      return Expected.Refused.of("sale-ended");
    }
    return null;
  }

  private Expected.Refused limits(
      ModelEvent event, UUID account, Map<UUID, Integer> seats, long total) {
    int wanted = seats.values().stream().mapToInt(Integer::intValue).sum();
    List<ModelOrder> own =
        orders.stream().filter(o -> o.event == event && o.account.equals(account)).toList();
    int had = own.stream().filter(ModelOrder::takes).mapToInt(ModelOrder::seats).sum();
    if (wanted > event.perOrder) {
      return new Expected.Refused("limit-exceeded", Map.of("limit", event.perOrder));
    } else if (event.perAccount != null && had + wanted > event.perAccount) {
      return new Expected.Refused("limit-exceeded", Map.of("limit", event.perAccount));
    } else if (total > 0 && own.stream().filter(Model::isPending).count() >= HOLDS_MAX) {
      return new Expected.Refused("too-many-holds", Map.of("limit", HOLDS_MAX));
    }
    return null;
  }

  private Expected.Refused soldOut(ModelEvent event, Map<UUID, Integer> seats) {
    int left = event.capacity - taken(event);
    if (seats.values().stream().mapToInt(Integer::intValue).sum() > left) {
      return new Expected.Refused("sold-out", Map.of("available", left));
    }
    for (Map.Entry<UUID, Integer> wanted : seats.entrySet()) {
      ModelEvent.Type type = event.type(wanted.getKey());
      if (type.capacity != null) {
        int ofType = type.capacity - taken(event, type.id);
        if (wanted.getValue() > ofType) {
          return new Expected.Refused("sold-out", Map.of("available", Math.min(left, ofType)));
        }
      }
    }
    return null;
  }

  private Expected pay(Call.Pay pay, Instant now) {
    ModelOrder order = pay.order();
    if (!order.account.equals(pay.account())) {
      return Expected.Refused.of("not-found");
    }
    String keptAs = keyOf(order.event, pay.account(), pay.key());
    Kept before = kept.get(keptAs);
    if (before != null) {
      return again(before, pay.asked());
    } else if (order.event.status == EventStatus.CANCELED) {
      return Expected.Refused.of("event-canceled");
    } else if (order.status == OrderStatus.EXPIRED
        || (isPending(order) && !now.isBefore(order.expiresAt))) {
      return Expected.Refused.of("order-expired");
    } else if (!isPending(order)) {
      return new Expected.Refused("order-not-payable", Map.of("orderStatus", order.status.name()));
    } else if (!pay.goodCard()) {
      return Expected.Refused.of("payment-declined");
    }
    order.status = OrderStatus.PAID;
    return new Expected.Paid(order, keptAs);
  }

  private static Expected giveBack(Call.GiveBack back) {
    ModelOrder order = back.order();
    if (!order.account.equals(back.account())) {
      return Expected.Refused.of("not-found");
    } else if (order.status == OrderStatus.PAID) {
      return Expected.Refused.of("order-not-pending");
    }
    order.status = isPending(order) ? OrderStatus.CANCELED : order.status;
    return new Expected.Done();
  }

  private Expected closeAll(java.util.function.Predicate<ModelOrder> which, OrderStatus status) {
    for (ModelOrder order : orders) {
      if (which.test(order)) {
        order.refunded = order.status == OrderStatus.PAID && order.totalMinor > 0;
        order.status = status;
      }
    }
    return new Expected.Done();
  }

  static boolean isPending(ModelOrder order) {
    return order.status == OrderStatus.PENDING;
  }
}
