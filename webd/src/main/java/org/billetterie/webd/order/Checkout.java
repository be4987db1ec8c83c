package org.billetterie.webd.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.billetterie.kit.Ids;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.desk.Batch;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStore;
import org.billetterie.webd.event.TicketType;
import org.billetterie.webd.sale.Decision;
import org.billetterie.webd.sale.Decision.Placed;
import org.billetterie.webd.sale.Idempotency;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.InFlight;
import org.billetterie.webd.sale.Placing;
import org.billetterie.webd.sale.Placing.Holder;
import org.billetterie.webd.sale.Snapshot;
import org.billetterie.webd.sale.Stock;
import org.billetterie.webd.sale.Stock.Row;
import org.billetterie.webd.sale.Stock.Taken;
import org.billetterie.webd.sale.Terms;
import org.billetterie.webd.ticket.Ticket;
import org.billetterie.webd.ticket.Tickets;
import org.jdbi.v3.core.Handle;

/// Places orders: reads once for a whole batch, lets [Decision] decide, writes what it granted as
/// sets.
@ApplicationScoped
public class Checkout implements Batch<Placing, Answer> {
  private final SaleDesk desk;
  private final InFlight inFlight;
  private final Tickets tickets;
  private final WebdConfig config;
  private final SecureRandom random;
  private final ObjectMapper json;

  Checkout(
      SaleDesk desk,
      InFlight inFlight,
      Tickets tickets,
      WebdConfig config,
      SecureRandom random,
      ObjectMapper json) {
    this.desk = desk;
    this.inFlight = inFlight;
    this.tickets = tickets;
    this.config = config;
    this.random = random;
    this.json = json;
  }

  /// @param key repeats the answer of the first time instead of placing a second order
  public CompletionStage<Answer> place(
      UUID eventId, UUID accountId, String key, OrderRequest wanted) {
    String payload = "POST /api/events/" + eventId + "/orders " + write(wanted);
    Idempotency.Request request = Idempotency.Request.of(eventId, accountId, key, payload);
    return inFlight.once(request, () -> desk.submit(this, new Placing(request, wanted.seats())));
  }

  @Override
  public List<Outcome<Answer>> decide(Handle handle, Instant now, List<Placing> placings) {
    Terms terms = new Terms(now, config.testPayment());
    List<Decision.Verdict> verdicts = Decision.decide(snapshot(handle, placings), terms, placings);
    List<Placed> placed =
        verdicts.stream().filter(Placed.class::isInstance).map(Placed.class::cast).toList();
    Map<Placed, Answer> answers = write(handle, placed, now);
    List<Outcome<Answer>> outcomes = new ArrayList<>(placings.size());
    for (Decision.Verdict verdict : verdicts) {
      outcomes.add(
          switch (verdict) {
            case Placed granted -> new Granted<>(answers.get(granted));
            case Decision.SameAs same -> new Granted<>(answers.get(same.first()));
            case Decision.Repeated repeated -> new Granted<>(repeated.answer());
            case Decision.Refused refused -> new Refused<>(refused.problem());
          });
    }
    return outcomes;
  }

  /// The limits of an account are read only where an event sets one or asks for money.
  private static Snapshot snapshot(Handle handle, List<Placing> placings) {
    Set<UUID> eventIds = placings.stream().map(Placing::eventId).collect(Collectors.toSet());
    Map<UUID, Event> events = EventStore.findAll(handle, eventIds);
    List<Idempotency.Key> keys =
        placings.stream().map(placing -> placing.request().id()).distinct().toList();
    return new Snapshot(
        events,
        Idempotency.findAll(handle, keys),
        OrderStore.seats(handle, holders(placings, events, event -> event.maxPerAccount() != null)),
        OrderStore.holds(handle, holders(placings, events, Event::priced)));
  }

  private static Collection<Holder> holders(
      List<Placing> placings, Map<UUID, Event> events, Predicate<Event> matters) {
    return placings.stream()
        .filter(placing -> {
          Event event = events.get(placing.eventId());
          return event != null && matters.test(event);
        })
        .map(Placing::holder)
        .collect(Collectors.toSet());
  }

  private Map<Placed, Answer> write(Handle handle, List<Placed> placed, Instant now) {
    Map<Placed, Answer> answers = new LinkedHashMap<>();
    if (placed.isEmpty()) {
      return answers;
    }
    Stock.takeAll(handle, taken(placed));
    List<Order> orders = placed.stream().map(each -> order(each, now)).toList();
    OrderStore.insertAll(handle, orders);
    List<Tickets.Seat> admissions =
        orders.stream()
            .filter(order -> order.status() == OrderStatus.PAID)
            .flatMap(order -> order.admissions().stream())
            .toList();
    Map<UUID, List<Ticket>> issued =
        tickets.issue(handle, admissions, now).stream()
            .collect(Collectors.groupingBy(Ticket::orderId));
    Map<Idempotency.Request, Answer> kept = new HashMap<>();
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      List<Ticket> own = issued.getOrDefault(order.id(), List.of());
      String body = write(OrderView.of(order, placed.get(i).event(), own));
      Answer answer = new Answer(201, "/api/orders/" + order.id(), body);
      answers.put(placed.get(i), answer);
      kept.put(placed.get(i).placing().request(), answer);
    }
    Idempotency.keepAll(handle, kept, now);
    return answers;
  }

  private static Map<Row, Taken> taken(List<Placed> placed) {
    Map<Row, Taken> rows = new LinkedHashMap<>();
    for (Placed each : placed) {
      UUID event = each.event().id();
      rows.merge(new Row(event, event), taken(each, each.placing().seatCount()), Taken::plus);
      each.placing()
          .seats()
          .forEach(
              (type, seats) -> rows.merge(new Row(event, type), taken(each, seats), Taken::plus));
    }
    return rows;
  }

  private static Taken taken(Placed placed, int seats) {
    return placed.free() ? new Taken(0, seats) : new Taken(seats, 0);
  }

  private Order order(Placed placed, Instant now) {
    Event event = placed.event();
    List<OrderLine> lines = new ArrayList<>();
    for (Map.Entry<UUID, Integer> wanted : placed.placing().seats().entrySet()) {
      TicketType type = event.type(wanted.getKey()).orElseThrow();
      int number = lines.size() + 1;
      lines.add(
          new OrderLine(number, type.id(), type.name(), wanted.getValue(), type.priceMinor()));
    }
    return new Order(
        event.id(),
        Ids.next(),
        OrderCode.next(random),
        placed.placing().request().accountId(),
        placed.free() ? OrderStatus.PAID : OrderStatus.PENDING,
        placed.placing().seatCount(),
        placed.totalMinor(),
        event.currency(),
        event.title(),
        !placed.free(),
        now,
        placed.free() ? null : now.plus(config.hold()),
        lines);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException ourOwnRecord) {
      throw new IllegalStateException(ourOwnRecord);
    }
  }
}
