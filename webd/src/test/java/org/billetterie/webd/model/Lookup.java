package org.billetterie.webd.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.billetterie.kit.Ids;
import org.billetterie.webd.event.EventRequest;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.order.OrderRequest;
import org.billetterie.webd.order.OrderRequest.LineRequest;

/// Looks up what the numbers of a step stand for at the moment. New things are preferred: with them
/// more can happen.
final class Lookup {
  private static final int NEWEST_EVENTS = 4;
  private static final int NEWEST_ORDERS = 12;
  private static final int NEWEST_REQUESTS = 20;

  private final Model model;
  private final List<UUID> accounts = IntStream.range(0, 4).mapToObj(i -> Ids.next()).toList();

  /// What was asked with a key until now.
  private final List<Call> asked = new ArrayList<>();

  Lookup(Model model) {
    this.model = model;
  }

  /// @return null where there is nothing yet that it could be about
  Call find(Op op, Instant now) {
    return switch (op) {
      case Op.Create create -> create(create, now);
      case Op.Place place -> remember(place(place));
      case Op.Pay pay -> remember(pay(pay));
      case Op.Repeat repeat -> repeat(repeat);
      case Op.GiveBack back -> {
        ModelOrder order = newest(model.orders, back.order(), NEWEST_ORDERS);
        yield order == null ? null : new Call.GiveBack(order, payer(order, back.own()));
      }
      case Op.Edit edit -> {
        ModelEvent event = newest(model.events, edit.event(), NEWEST_EVENTS);
        int version = event.version - (edit.stale() ? 1 : 0);
        yield new Call.Edit(event, edited(event, edit.change(), edit.number(), now), version);
      }
      case Op.Delete delete -> {
        ModelEvent event = newest(model.events, delete.event(), NEWEST_EVENTS);
        yield new Call.Delete(event, event.version - (delete.stale() ? 1 : 0));
      }
      case Op.DeleteAccount gone -> new Call.DeleteAccount(account(gone.account()));
      case Op.Expire expire -> new Call.Expire();
      case Op.CancelOrders cancel -> new Call.CancelOrders();
      case Op.SweepAnswers sweep -> new Call.SweepAnswers();
      case Op.Wait wait -> throw new IllegalArgumentException("nobody is asked to wait");
    };
  }

  private Call remember(Call call) {
    if (call != null) {
      asked.add(call);
    }
    return call;
  }

  private UUID account(int number) {
    return accounts.get(number % accounts.size());
  }

  private UUID payer(ModelOrder order, boolean own) {
    int number = accounts.indexOf(order.account);
    return own ? order.account : account(number + 1);
  }

  private static Call create(Op.Create create, Instant now) {
    ModelEvent event = new ModelEvent();
    event.status = EventStatus.PUBLISHED;
    event.capacity = create.capacity();
    event.perOrder = create.perOrder();
    event.perAccount = create.perAccount() == 0 ? null : create.perAccount();
    event.currency = "EUR";
    event.startsAt = now.plusSeconds(create.hours() * 3_600L);
    for (Op.Type type : create.types()) {
      Integer capacity = type.capacity() == 0 ? null : type.capacity();
      event.types.add(new ModelEvent.Type(null, type.priceMinor(), capacity));
    }
    return new Call.Create(event.unchanged());
  }

  private Call place(Op.Place place) {
    ModelEvent event = newest(model.events, place.event(), NEWEST_EVENTS);
    List<LineRequest> lines =
        place.lines().stream()
            .map(line ->
                new LineRequest(
                    event.types.get(line.type() % event.types.size()).id, line.quantity()))
            .toList();
    return new Call.Place(
        event, account(place.account()), Ids.next().toString(), new OrderRequest(lines));
  }

  private Call pay(Op.Pay pay) {
    ModelOrder order = newest(model.orders, pay.order(), NEWEST_ORDERS);
    return order == null
        ? null
        : new Call.Pay(order, payer(order, pay.own()), Ids.next().toString(), pay.goodCard());
  }

  private Call repeat(Op.Repeat repeat) {
    return switch (newest(asked, repeat.request(), NEWEST_REQUESTS)) {
      case Call.Place place when repeat.changed() -> {
        List<LineRequest> lines = new ArrayList<>(place.asked().lines());
        LineRequest first = lines.getFirst();
        lines.set(0, new LineRequest(first.ticketTypeId(), first.quantity() + 1));
        yield new Call.Place(place.event(), place.account(), place.key(), new OrderRequest(lines));
      }
      case Call.Pay pay when repeat.changed() ->
          new Call.Pay(pay.order(), pay.account(), pay.key(), !pay.goodCard());
      case null -> null;
      case Call same -> same;
    };
  }

  private static EventRequest edited(ModelEvent event, Op.Change change, int number, Instant now) {
    ModelEvent wanted = new ModelEvent();
    wanted.take(event.unchanged());
    int place = number % wanted.types.size();
    ModelEvent.Type type = wanted.types.get(place);
    switch (change) {
      case CAPACITY -> wanted.capacity = 1 + number;
      case TYPE_CAPACITY ->
          wanted.types.set(
              place, new ModelEvent.Type(type.id, type.priceMinor, number > 12 ? null : number));
      case PER_ORDER -> wanted.perOrder = 1 + number;
      case PER_ACCOUNT -> wanted.perAccount = number > 9 ? null : 1 + number;
      case PRICE ->
          wanted.types.set(place, new ModelEvent.Type(type.id, number * 50L, type.capacity));
      case PUBLISH -> wanted.status = EventStatus.PUBLISHED;
      case UNPUBLISH -> wanted.status = EventStatus.DRAFT;
      case CANCEL -> wanted.status = EventStatus.CANCELED;
      case ADD_TYPE -> wanted.types.add(new ModelEvent.Type(null, number * 10L, null));
      case REMOVE_TYPE -> {
        if (wanted.types.size() > 1) {
          wanted.types.remove(place);
        }
      }
      case CURRENCY -> wanted.currency = number % 2 == 0 ? "EUR" : "CHF";
      case SALE_WINDOW -> {
        wanted.salesStartAt = number < 4 ? now.plusSeconds(number * 600L) : null;
        wanted.salesEndAt = number % 4 == 0 ? now.plusSeconds(number * 3_600L + 3_600) : null;
      }
    }
    return wanted.unchanged();
  }

  private static <T> T newest(List<T> all, int number, int most) {
    int among = Math.min(most, all.size());
    return all.isEmpty() ? null : all.get(all.size() - 1 - number % among);
  }
}
