package org.billetterie.webd.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.billetterie.kit.DemoAccounts;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.webd.event.EventRequest;
import org.billetterie.webd.event.EventRequest.TypeRequest;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.EventView;
import org.billetterie.webd.event.Events;
import org.billetterie.webd.order.Checkout;
import org.billetterie.webd.order.OrderRequest;
import org.billetterie.webd.order.OrderRequest.LineRequest;
import org.billetterie.webd.order.Payments;
import org.billetterie.webd.payment.PaymentRequest;
import org.jdbi.v3.core.Handle;

/// Puts the demo's events on sale and sells them through the sale desk like any other; only the
/// dates are set back afterwards, over the last three weeks.
@ApplicationScoped
class DemoSales {
  private static final Duration HOLD = Duration.ofHours(3);
  private static final Duration LENGTH = Duration.ofHours(3);
  private static final int SALES_MINUTES = 21 * 24 * 60;
  private static final PaymentRequest CARD =
      new PaymentRequest("test-card", new PaymentRequest.Card("4242424242424242", "12/49", "123"));

  private final Events events;
  private final Checkout checkout;
  private final Payments payments;
  private final Database database;
  private final Clock clock;

  DemoSales(Events events, Checkout checkout, Payments payments, Database database, Clock clock) {
    this.events = events;
    this.checkout = checkout;
    this.payments = payments;
    this.database = database;
    this.clock = clock;
  }

  /// One event of the programme with its sales and its fate.
  void play(Programme programme, Random random) {
    boolean draft = programme.fate() == Programme.Fate.DRAFT;
    int day = Math.max(1, programme.day());
    EventRequest request =
        request(programme, day, draft ? EventStatus.DRAFT : EventStatus.PUBLISHED);
    EventView event = events.create(request, organizer()).toCompletableFuture().join();
    sell(event, programme.sold(), random);
    if (programme.fate() == Programme.Fate.OVER) {
      database.write(handle -> moveTo(handle, event.id(), at(programme.day(), programme.time())));
    }
    if (programme.fate() == Programme.Fate.CANCELED) {
      events
          .edit(event.id(), request(programme, day, EventStatus.CANCELED), "*", organizer())
          .toCompletableFuture()
          .join();
    }
  }

  /// Holds what is left of the events whose last seats are on hold, for longer than a real hold.
  void holdLastPlaces() {
    for (Programme programme : Programme.ALL) {
      if (programme.held() > 0) {
        UUID id =
            database.read(handle -> DemoWorld.eventId(handle, programme.title())).orElseThrow();
        EventView event = events.find(id, Optional.empty());
        if (event.availability().remaining() > 0) {
          place(
              event,
              event.ticketTypes().getFirst().id(),
              event.availability().remaining(),
              Ids.next());
        }
        database.write(handle -> prolong(handle, id, clock.instant().plus(HOLD)));
      }
    }
  }

  private void sell(EventView event, int seats, Random random) {
    int left = seats;
    while (left > 0) {
      int quantity = Math.min(left, 1 + random.nextInt(4));
      UUID type = event.ticketTypes().get(pick(random, event.ticketTypes().size())).id();
      UUID buyer = Ids.next();
      UUID order = place(event, type, quantity, buyer);
      if (event.ticketTypes().stream().anyMatch(each -> each.priceMinor() > 0)) {
        payments.pay(order, buyer, "demo-payment", CARD).toCompletableFuture().join();
      }
      int minutes = 1 + random.nextInt(SALES_MINUTES);
      Instant at = clock.instant().minus(Duration.ofMinutes(minutes));
      database.write(handle -> setBack(handle, event.id(), order, at));
      left -= quantity;
    }
  }

  private UUID place(EventView event, UUID typeId, int quantity, UUID buyer) {
    OrderRequest order = new OrderRequest(List.of(new LineRequest(typeId, quantity)));
    String location =
        checkout
            .place(event.id(), buyer, "demo-order", order)
            .toCompletableFuture()
            .join()
            .location();
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  private static int setBack(Handle handle, UUID eventId, UUID orderId, Instant at) {
    handle.execute(
        "UPDATE ticket SET issued_at = ? WHERE event_id = ? AND order_id = ?",
        at,
        eventId,
        orderId);
    handle.execute(
        "UPDATE payment SET created_at = ? WHERE event_id = ? AND order_id = ?",
        at,
        eventId,
        orderId);
    return handle.execute(
        "UPDATE orders SET placed_at = ?, paid_at = ? WHERE event_id = ? AND id = ?",
        at,
        at,
        eventId,
        orderId);
  }

  private static int prolong(Handle handle, UUID eventId, Instant until) {
    return handle.execute(
        "UPDATE orders SET expires_at = ? WHERE event_id = ? AND status = 'PENDING'",
        until,
        eventId);
  }

  private int moveTo(Handle handle, UUID eventId, Instant startsAt) {
    return handle.execute(
        "UPDATE event SET starts_at = ?, ends_at = ? WHERE id = ?",
        startsAt,
        startsAt.plus(LENGTH),
        eventId);
  }

  private Instant at(int day, String time) {
    return LocalDate.ofInstant(clock.instant(), DemoWorld.PARIS)
        .plusDays(day)
        .atTime(LocalTime.parse(time))
        .atZone(DemoWorld.PARIS)
        .toInstant();
  }

  private static AccessToken organizer() {
    DemoAccounts.Login login = DemoAccounts.ORGANIZER;
    return new AccessToken(
        login.id(), login.id(), login.role(), 1, login.name(), Instant.EPOCH, Instant.EPOCH);
  }

  /// Most people buy the first price.
  private static int pick(Random random, int types) {
    return Math.min(types - 1, (int) Math.abs(random.nextGaussian()));
  }

  private EventRequest request(Programme programme, int day, EventStatus status) {
    return new EventRequest(
        programme.title(),
        programme.description(),
        programme.venue(),
        at(day, programme.time()),
        null,
        DemoWorld.PARIS.getId(),
        programme.opens() == null
            ? null
            : clock.instant().plus(Duration.ofMinutes(programme.opens())),
        null,
        programme.capacity(),
        "EUR",
        null,
        null,
        programme.prices().stream()
            .map(price -> new TypeRequest(null, price.name(), price.minor(), null))
            .toList(),
        status);
  }
}
