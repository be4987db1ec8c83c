package org.billetterie.webd.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.billetterie.webd.event.EventView;

/// Holds what should be against what is.
final class Comparison {
  private static final String COUNTERS =
      """
      SELECT quota_id, held || '/' || sold FROM quota
      WHERE event_id IN (<events>)
      """;
  private static final String ORDERS =
      """
      SELECT o.id, o.status || ' ' || o.seats || ' ' || o.total_minor || ' tickets '
        || (SELECT COUNT(*) FROM ticket t WHERE t.event_id = o.event_id AND t.order_id = o.id
              AND t.status <> 'REVOKED')
        || ' refund ' || COALESCE((SELECT SUM(amount_minor) FROM refund r
              WHERE r.event_id = o.event_id AND r.order_id = o.id), 0)
      FROM orders o WHERE o.event_id IN (<events>)
      """;
  private static final String ACCOUNTS =
      """
      SELECT event_id || ' ' || account_id, seats FROM account_seats
      WHERE seats > 0 AND event_id IN (<events>)
      """;

  private Comparison() {}

  /// Compares one answer; learns from it what only the house can know: ids, and the bytes that the
  /// key will be answered from now on.
  ///
  /// @return null when it fits, else what does not
  static String answer(Model model, Call call, Expected expected, House.Seen seen, Instant now) {
    boolean fits =
        switch (expected) {
          case Expected.Refused refused ->
              refused.problem().equals(seen.problem())
                  && new TreeMap<>(refused.facts()).equals(seen.facts());
          case Expected.Done done -> seen.problem() == null;
          case Expected.Same same -> same.body().equals(seen.body());
          case Expected.Shown shown ->
              seen.event() != null && fits(model, shown.event(), seen.event());
          case Expected.Placed placed ->
              seen.body() != null
                  && learn(placed.order(), seen.json())
                  && keep(model, placed.keptAs(), asked(call), seen.body(), now);
          case Expected.Paid paid ->
              seen.body() != null
                  && fits(paid.order(), seen.json())
                  && keep(model, paid.keptAs(), asked(call), seen.body(), now);
        };
    return fits ? null : call + "\n  should be " + text(expected) + "\n  but is    " + seen;
  }

  /// Compares all that is stored of a model's events.
  static String everything(Model model, House house) {
    List<UUID> ids =
        model.events.stream().filter(event -> !event.deleted).map(event -> event.id).toList();
    Map<String, String> counters = new TreeMap<>();
    Map<String, String> orders = new TreeMap<>();
    Map<String, Integer> seats = new HashMap<>();
    for (ModelEvent event : model.events) {
      if (!event.deleted) {
        counters.put(event.id.toString(), counter(model, event, null));
        event.types.forEach(
            type -> counters.put(type.id.toString(), counter(model, event, type.id)));
      }
    }
    for (ModelOrder order : model.orders) {
      orders.put(
          order.id.toString(),
          "%s %d %d tickets %d refund %d"
              .formatted(
                  order.status,
                  order.seats(),
                  order.totalMinor,
                  order.ticketsThatAdmit(),
                  order.refunded ? order.totalMinor : 0));
      if (order.takes()) {
        seats.merge(order.event.id + " " + order.account, order.seats(), Integer::sum);
      }
    }
    Map<String, String> accounts = new TreeMap<>();
    seats.forEach((account, count) -> accounts.put(account, "" + count));
    String found = difference("counters", counters, house.rows(ids, COUNTERS));
    found = found == null ? difference("orders", orders, house.rows(ids, ORDERS)) : found;
    return found == null ? difference("seats", accounts, house.rows(ids, ACCOUNTS)) : found;
  }

  private static String counter(Model model, ModelEvent event, UUID type) {
    int held = 0;
    int sold = 0;
    for (ModelOrder order : model.orders) {
      if (order.event == event) {
        int seats = type == null ? order.seats() : order.seatsByType.getOrDefault(type, 0);
        held += Model.isPending(order) ? seats : 0;
        sold += order.takes() && !Model.isPending(order) ? seats : 0;
      }
    }
    return held + "/" + sold;
  }

  private static String difference(
      String what, Map<String, String> expected, Map<String, String> found) {
    return expected.equals(found)
        ? null
        : what + "\n  should be " + expected + "\n  but are   " + found;
  }

  private static boolean fits(Model model, ModelEvent event, EventView view) {
    event.id = event.id == null ? view.id() : event.id;
    boolean fits =
        event.id.equals(view.id())
            && event.version == view.version()
            && event.status == view.status()
            && event.capacity == view.capacity()
            && event.types.size() == view.ticketTypes().size()
            && view.availability().remaining() == event.capacity - model.taken(event);
    for (int i = 0; fits && i < event.types.size(); i++) {
      ModelEvent.Type type = event.types.get(i);
      EventView.TypeView shown = view.ticketTypes().get(i);
      type.id = type.id == null ? shown.id() : type.id;
      fits = type.id.equals(shown.id()) && type.priceMinor == shown.priceMinor();
    }
    return fits;
  }

  private static boolean learn(ModelOrder order, JsonNode shown) {
    order.id = UUID.fromString(shown.path("id").asText());
    return fits(order, shown);
  }

  private static boolean fits(ModelOrder order, JsonNode shown) {
    Map<UUID, Integer> seats = new HashMap<>();
    shown
        .path("lines")
        .forEach(line ->
            seats.merge(
                UUID.fromString(line.path("ticketTypeId").asText()),
                line.path("quantity").asInt(),
                Integer::sum));
    return order.id.toString().equals(shown.path("id").asText())
        && order.status.name().equals(shown.path("status").asText())
        && order.totalMinor == shown.path("totalMinor").asLong()
        && order.seatsByType.equals(seats)
        && order.ticketsThatAdmit() == shown.path("tickets").size();
  }

  private static boolean keep(Model model, String key, Object asked, String body, Instant now) {
    model.kept.put(key, new Model.Kept(asked, body, now));
    return true;
  }

  private static Object asked(Call call) {
    return switch (call) {
      case Call.Place place -> place.asked();
      case Call.Pay pay -> pay.asked();
      default -> throw new IllegalArgumentException("has no key: " + call);
    };
  }

  private static String text(Expected expected) {
    return switch (expected) {
      case Expected.Refused refused -> refused.problem() + " " + refused.facts();
      case Expected.Placed placed -> "placed " + placed.order();
      case Expected.Paid paid -> "paid " + paid.order();
      case Expected.Same same -> "again " + same.body();
      case Expected.Shown shown -> "shown " + shown.event();
      case Expected.Done done -> "done";
    };
  }
}
