package org.billetterie.webd.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.desk.Movement;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.desk.Urgency;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.EventStore;
import org.billetterie.webd.payment.Payment;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.payment.PaymentStore;
import org.billetterie.webd.payment.TestCard;
import org.billetterie.webd.sale.Idempotency;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.InFlight;
import org.billetterie.webd.sale.Stock;
import org.billetterie.webd.ticket.Ticket;
import org.billetterie.webd.ticket.Tickets;
import org.jdbi.v3.core.Handle;

/// Turns a PENDING order into a PAID one with tickets, once.
@ApplicationScoped
public class Payments {
  private final Database database;
  private final SaleDesk desk;
  private final InFlight inFlight;
  private final Tickets tickets;
  private final WebdConfig config;
  private final Clock clock;
  private final ObjectMapper json;

  Payments(
      Database database,
      SaleDesk desk,
      InFlight inFlight,
      Tickets tickets,
      WebdConfig config,
      Clock clock,
      ObjectMapper json) {
    this.database = database;
    this.desk = desk;
    this.inFlight = inFlight;
    this.tickets = tickets;
    this.config = config;
    this.clock = clock;
    this.json = json;
  }

  /// @throws Problem 402 when the card is declined: the order stays PENDING, no money moved
  public CompletionStage<Answer> pay(
      UUID orderId, UUID accountId, String key, PaymentRequest payment) {
    Idempotency.checkKey(key);
    Instant receivedAt = clock.instant();
    Order order = database.read(handle -> Orders.own(handle, orderId, accountId));
    if (!config.testPayment()) {
      throw Problem.of(WebdProblem.PAYMENT_NOT_CONFIGURED);
    }
    String payload =
        "POST /api/orders/" + orderId + "/payment " + payment.method() + payment.card().number();
    Idempotency.Request request = Idempotency.Request.of(order.eventId(), accountId, key, payload);
    boolean accepted = TestCard.accepts(payment.card(), receivedAt);
    Movement<Optional<Answer>> movement =
        (handle, now) ->
            Idempotency.find(handle, request)
                .or(() -> decide(handle, request, orderId, accepted, receivedAt, now));
    return inFlight.once(
        request, () -> desk.submit(Urgency.PAYING, movement).thenApply(Payments::orDeclined));
  }

  private static Answer orDeclined(Optional<Answer> answer) {
    return answer.orElseThrow(() -> Problem.of(WebdProblem.PAYMENT_DECLINED));
  }

  /// @return empty when the card was declined
  private Optional<Answer> decide(
      Handle handle,
      Idempotency.Request request,
      UUID orderId,
      boolean accepted,
      Instant receivedAt,
      Instant now) {
    Order order = OrderStore.find(handle, request.eventId(), orderId).orElseThrow();
    Event event = EventStore.find(handle, order.eventId()).orElseThrow();
    checkPayable(order, event, receivedAt);
    if (accepted) {
      return Optional.of(confirm(handle, request, order, event, now));
    }
    PaymentStore.insert(handle, payment(order, Payment.Status.FAILED, now));
    return Optional.empty();
  }

  private Answer confirm(
      Handle handle, Idempotency.Request request, Order order, Event event, Instant now) {
    Stock.sell(handle, order.eventId(), order.seatsByType());
    OrderStore.setPaid(handle, order, now);
    PaymentStore.insert(handle, payment(order, Payment.Status.CONFIRMED, now));
    List<Ticket> issued = tickets.issue(handle, order.admissions(), now);
    Order paid = OrderStore.find(handle, order.eventId(), order.id()).orElseThrow();
    String location = "/api/orders/" + order.id();
    Answer answer = new Answer(200, location, write(OrderView.of(paid, event, issued)));
    return Idempotency.keep(handle, request, answer, now);
  }

  /// A payment that arrived in time is taken even if the batch decides it a moment later.
  private static void checkPayable(Order order, Event event, Instant receivedAt) {
    if (event.status() == EventStatus.CANCELED) {
      throw Problem.of(WebdProblem.EVENT_CANCELED);
    }
    switch (order.status()) {
      case PENDING -> {
        if (!receivedAt.isBefore(order.expiresAt())) {
          throw Problem.of(WebdProblem.ORDER_EXPIRED);
        }
      }
      case EXPIRED -> throw Problem.of(WebdProblem.ORDER_EXPIRED);
      case PAID, CANCELED ->
          throw Problem.of(WebdProblem.ORDER_NOT_PAYABLE)
              .with("orderStatus", order.status().name());
    }
  }

  private static Payment payment(Order order, Payment.Status status, Instant now) {
    return Payment.of(
        order.eventId(),
        order.id(),
        TestCard.METHOD,
        order.totalMinor(),
        order.currency(),
        status,
        now);
  }

  private String write(OrderView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException ourOwnRecord) {
      throw new IllegalStateException(ourOwnRecord);
    }
  }
}
