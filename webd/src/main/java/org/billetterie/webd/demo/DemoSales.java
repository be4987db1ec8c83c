package org.billetterie.webd.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Puts the demo's events on sale and sells them through the sale desk like any other; only the
/// dates are set back afterwards, over the last three weeks.
@ApplicationScoped
class DemoSales {
  private static final Logger LOG = Logger.getLogger(DemoSales.class);
  private static final Duration HOLD = Duration.ofHours(3);
  private static final Duration LENGTH = Duration.ofHours(3);
  private static final Duration SALES = Duration.ofDays(21);
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
    EventView event = events.createForHouse(request, organizer()).toCompletableFuture().join();
    boolean over = programme.fate() == Programme.Fate.OVER;
    Instant startsAt = at(programme.day(), programme.time());
    sell(event, programme.sold(), over ? startsAt : clock.instant(), random);
    if (over) {
      database.write(handle -> moveTo(handle, event.id(), startsAt));
    }
    if (programme.fate() == Programme.Fate.CANCELED) {
      events
          .editForHouse(event.id(), request(programme, day, EventStatus.CANCELED), "*", organizer())
          .toCompletableFuture()
          .join();
    }
  }

  /// Holds what is left of the events whose last seats are on hold, for longer than a real hold.
  /// Where a visitor has changed such an event so that nothing can be ordered, it stays as it is.
  void holdLastPlaces() {
    for (Programme programme : Programme.ALL) {
      if (programme.held() > 0) {
        database
            .read(handle -> DemoWorld.eventId(handle, programme.title()))
            .ifPresent(this::holdLastPlaces);
      }
    }
  }

  private void holdLastPlaces(UUID id) {
    EventView event = events.find(id, Optional.of(organizer()));
    int left = event.availability().remaining();
    if (left > 0) {
      try {
        place(event, event.ticketTypes().getFirst().id(), left, Ids.next()).join();
      } catch (CompletionException refused) {
        LOG.infof("the last places of a demo event stay free: %s", refused.getCause());
      }
    }
    database.write(handle -> prolong(handle, id, clock.instant().plus(HOLD)));
  }

  /// All at once, so that the sale desk decides them as a batch.
  ///
  /// @param latest when the last of the seats was sold
  private void sell(EventView event, int seats, Instant latest, Random random) {
    Instant first = clock.instant().minus(SALES);
    int minutes = Math.toIntExact(Duration.between(first, latest).toMinutes());
    boolean priced = event.ticketTypes().stream().anyMatch(each -> each.priceMinor() > 0);
    List<CompletableFuture<Sale>> sales = new ArrayList<>();
    int left = seats;
    while (left > 0) {
      int quantity = Math.min(left, 1 + random.nextInt(4));
      UUID type = event.ticketTypes().get(pick(random, event.ticketTypes().size())).id();
      UUID buyer = Ids.next();
      Instant at = first.plus(Duration.ofMinutes(random.nextInt(minutes)));
      sales.add(
          place(event, type, quantity, buyer)
              .thenApply(order -> new Sale(event.id(), order, buyer, at)));
      left -= quantity;
    }
    List<Sale> placed = sales.stream().map(CompletableFuture::join).toList();
    if (priced) {
      placed.stream().map(this::pay).toList().forEach(CompletableFuture::join);
    }
    database.write(handle -> {
      placed.forEach(sale -> setBack(handle, sale));
      return placed.size();
    });
  }

  /// @return the id of the order
  private CompletableFuture<UUID> place(EventView event, UUID typeId, int quantity, UUID buyer) {
    OrderRequest order = new OrderRequest(List.of(new LineRequest(typeId, quantity)));
    return checkout
        .place(event.id(), buyer, "demo-order", order)
        .thenApply(answer ->
            UUID.fromString(answer.location().substring(answer.location().lastIndexOf('/') + 1)))
        .toCompletableFuture();
  }

  private CompletableFuture<?> pay(Sale sale) {
    return payments.pay(sale.orderId(), sale.buyer(), "demo-payment", CARD).toCompletableFuture();
  }

  private static void setBack(Handle handle, Sale sale) {
    handle.execute(
        "UPDATE ticket SET issued_at = ? WHERE event_id = ? AND order_id = ?",
        sale.at(),
        sale.eventId(),
        sale.orderId());
    handle.execute(
        "UPDATE payment SET created_at = ? WHERE event_id = ? AND order_id = ?",
        sale.at(),
        sale.eventId(),
        sale.orderId());
    handle.execute(
        "UPDATE orders SET placed_at = ?, paid_at = ? WHERE event_id = ? AND id = ?",
        sale.at(),
        sale.at(),
        sale.eventId(),
        sale.orderId());
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
        status,
        null);
  }

  /// @param at when it is said to have been placed and paid
  private record Sale(UUID eventId, UUID orderId, UUID buyer, Instant at) {}
}
