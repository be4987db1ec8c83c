package org.billetterie.webd.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.Ids;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.EventStore;
import org.billetterie.webd.event.TicketType;
import org.billetterie.webd.sale.Idempotency;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.SaleDesk;
import org.billetterie.webd.sale.Stock;
import org.billetterie.webd.sale.Urgency;
import org.billetterie.webd.ticket.Ticket;
import org.billetterie.webd.ticket.Tickets;
import org.jdbi.v3.core.Handle;

/// Places orders: the whole of what one purchase decides, in one transaction of the sale desk.
@ApplicationScoped
public class Checkout {
  private static final int HOLDS_MAX = 3;

  private final SaleDesk desk;
  private final Tickets tickets;
  private final WebdConfig config;
  private final SecureRandom random;
  private final ObjectMapper json;

  Checkout(
      SaleDesk desk, Tickets tickets, WebdConfig config, SecureRandom random, ObjectMapper json) {
    this.desk = desk;
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
    return desk.submit(
        Urgency.PLACING,
        (handle, now) ->
            Idempotency.find(handle, request)
                .orElseGet(() -> placeNew(handle, request, wanted, now)));
  }

  private Answer placeNew(
      Handle handle, Idempotency.Request request, OrderRequest wanted, Instant now) {
    Event event = onSale(handle, request.eventId(), now);
    Order order = orderOf(event, request.accountId(), wanted, now);
    checkLimits(handle, event, order);
    boolean free = order.status() == OrderStatus.PAID;
    Stock.take(handle, event.id(), order.seatsByType(), free);
    OrderStore.insert(handle, order);
    List<Ticket> issued = free ? tickets.issue(handle, order.admissions(), now) : List.of();
    String body = write(OrderView.of(order, event, issued));
    Answer answer = new Answer(201, "/api/orders/" + order.id(), body);
    return Idempotency.keep(handle, request, answer, now);
  }

  private static Event onSale(Handle handle, UUID eventId, Instant now) {
    Event event =
        EventStore.find(handle, eventId)
            .filter(found -> found.status() != EventStatus.DRAFT)
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (event.status() == EventStatus.CANCELED) {
      throw Problem.of(WebdProblem.EVENT_CANCELED);
    }
    if (event.salesStartAt() != null && now.isBefore(event.salesStartAt())) {
      throw Problem.of(WebdProblem.SALE_NOT_OPEN).with("opensAt", event.salesStartAt());
    }
    if (!now.isBefore(event.endsAt())) {
      throw Problem.of(WebdProblem.EVENT_OVER);
    }
    if (!now.isBefore(event.saleEndsAt()) || event.organizerDeleted()) {
      throw Problem.of(WebdProblem.SALE_ENDED);
    }
    return event;
  }

  private Order orderOf(Event event, UUID accountId, OrderRequest wanted, Instant now) {
    List<OrderLine> lines = new ArrayList<>();
    long total = 0;
    int seats = 0;
    for (Map.Entry<UUID, Integer> entry : wanted.seats().entrySet()) {
      int quantity = entry.getValue();
      TicketType type =
          event
              .type(entry.getKey())
              .orElseThrow(() -> Problem.field(pointer(wanted, entry.getKey()), "unknown-id"));
      lines.add(
          new OrderLine(lines.size() + 1, type.id(), type.name(), quantity, type.priceMinor()));
      total += quantity * type.priceMinor();
      seats += quantity;
    }
    boolean free = total == 0;
    if (!free && !config.testPayment()) {
      throw Problem.of(WebdProblem.PAYMENT_NOT_CONFIGURED);
    }
    return new Order(
        event.id(),
        Ids.next(),
        OrderCode.next(random),
        accountId,
        free ? OrderStatus.PAID : OrderStatus.PENDING,
        seats,
        total,
        event.currency(),
        event.title(),
        !free,
        now,
        free ? null : now.plus(config.hold()),
        lines);
  }

  private static void checkLimits(Handle handle, Event event, Order order) {
    if (order.seats() > event.maxPerOrder()) {
      throw Problem.of(WebdProblem.LIMIT_EXCEEDED).with("limit", event.maxPerOrder());
    }
    if (event.maxPerAccount() != null) {
      int had = OrderStore.seatsOf(handle, event.id(), order.accountId());
      if (had + order.seats() > event.maxPerAccount()) {
        throw Problem.of(WebdProblem.LIMIT_EXCEEDED).with("limit", event.maxPerAccount());
      }
    }
    boolean holds = order.status() == OrderStatus.PENDING;
    if (holds && OrderStore.pendingCount(handle, event.id(), order.accountId()) >= HOLDS_MAX) {
      throw Problem.of(WebdProblem.TOO_MANY_HOLDS).with("limit", HOLDS_MAX);
    }
  }

  private static String pointer(OrderRequest wanted, UUID typeId) {
    for (int i = 0; i < wanted.lines().size(); i++) {
      if (wanted.lines().get(i).ticketTypeId().equals(typeId)) {
        return "/lines/" + i + "/ticketTypeId";
      }
    }
    return "/lines";
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException ourOwnRecord) {
      throw new IllegalStateException(ourOwnRecord);
    }
  }
}
