package org.billetterie.webd.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.webd.account.TestAccounts;
import org.billetterie.webd.desk.TestDesk;
import org.billetterie.webd.event.EventRequest;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.EventView;
import org.billetterie.webd.event.TestEvents;
import org.billetterie.webd.order.OrderRequest;
import org.billetterie.webd.order.OrderRequest.LineRequest;
import org.billetterie.webd.order.TestOrders;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.support.TestClock;
import org.billetterie.webd.support.World;
import org.billetterie.webd.ticket.TestTickets;
import org.billetterie.webd.ticket.TicketView;

/// Everything that happens often while a house sells, once: lists, pages, orders, payments, and
/// what comes back by itself.
final class HotPath {
  private final Database database;
  private final TestClock clock = new TestClock(World.NOW);
  private final UUID buyer = Ids.next();
  private final TestAccounts accounts;

  /// Reads all accounts, as every start does.
  HotPath(Database database) {
    this.database = database;
    this.accounts = new TestAccounts(database, clock);
  }

  void walk() {
    try (TestDesk desk = new TestDesk(database, clock)) {
      accounts.heard();
      TestEvents events = new TestEvents(database, desk.desk(), accounts.accounts(), clock);
      TestOrders orders = new TestOrders(database, desk.desk(), clock);
      EventView event = join(events.create(event()));
      EventView other = join(events.create(event()));
      join(events.create(event()));
      sell(desk, orders, event);
      sell(desk, orders, other);
      read(events, orders, event);
      join(events.edit(other.id(), canceled(other), other.version()));
      clock.move(Duration.ofHours(1));
      orders.expire();
      orders.sweepAnswers();
      orders.cancelOfCanceledEvents();
      desk.settle();
    }
  }

  private void sell(TestDesk desk, TestOrders orders, EventView event) {
    UUID free = event.ticketTypes().getFirst().id();
    UUID priced = event.ticketTypes().getLast().id();
    desk.asOneBatch(() -> {
      for (int i = 0; i < 3; i++) {
        orders.place(event.id(), buyer, "free" + i, seats(free, 1));
        orders.place(event.id(), buyer, "free" + i, seats(free, 1));
        orders.place(event.id(), Ids.next(), "other", seats(free, 100));
      }
    });
    UUID paid = id(join(orders.place(event.id(), buyer, "priced", seats(priced, 2))));
    UUID given = id(join(orders.place(event.id(), buyer, "given-back", seats(priced, 1))));
    join(orders.place(event.id(), buyer, "left-alone", seats(priced, 1)));
    join(orders.pay(paid, buyer, "payment", card()));
    join(orders.pay(paid, buyer, "payment", card()));
    join(orders.giveBack(given, buyer));
  }

  private void read(TestEvents events, TestOrders orders, EventView event) {
    events.find(event.id());
    for (String query : new String[] {null, "concert", "c", "nothing has this"}) {
      for (boolean own : new boolean[] {false, true}) {
        Page<EventView> first = events.list(query, own, clock.instant(), null);
        events.list(query, own, clock.instant(), first.next());
      }
    }
    Page<?> mine = orders.list(buyer, null, 2);
    orders.list(buyer, mine.next(), 2);
    Page<TicketView> tickets = TestTickets.list(database, buyer, null, 2);
    TestTickets.list(database, buyer, tickets.next(), 2);
    TestTickets.find(database, tickets.items().getFirst().id(), buyer);
  }

  private EventRequest event() {
    return request(
        List.of(
            new EventRequest.TypeRequest(null, "Gratuit", 0L, null),
            new EventRequest.TypeRequest(null, "Plein tarif", 1_250L, 20)),
        EventStatus.PUBLISHED);
  }

  private EventRequest canceled(EventView event) {
    return request(
        event.ticketTypes().stream()
            .map(t -> new EventRequest.TypeRequest(t.id(), t.name(), t.priceMinor(), t.capacity()))
            .toList(),
        EventStatus.CANCELED);
  }

  private EventRequest request(List<EventRequest.TypeRequest> types, EventStatus status) {
    return new EventRequest(
        "Concert",
        null,
        null,
        clock.instant().plus(30, ChronoUnit.DAYS),
        null,
        null,
        null,
        null,
        50,
        "EUR",
        null,
        40,
        types,
        status,
        null);
  }

  private static OrderRequest seats(UUID type, int quantity) {
    return new OrderRequest(List.of(new LineRequest(type, quantity)));
  }

  private static PaymentRequest card() {
    return new PaymentRequest(
        "test-card", new PaymentRequest.Card("4242424242424242", "12/40", "123"));
  }

  private static UUID id(Answer answer) {
    try {
      return UUID.fromString(new ObjectMapper().readTree(answer.body()).path("id").asText());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static <T> T join(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }
}
