package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// `PUT` and `DELETE /api/events/{id}`.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventEditsTest {
  private static final Duration CANCELED_WITHIN = Duration.ofSeconds(60);

  private Organizer organizer;
  private Buyer buyer;
  private Api api;

  @BeforeAll
  void meet(Stack stack) {
    Accounts accounts = new Accounts(stack);
    organizer = accounts.organizer();
    buyer = accounts.user();
    api = organizer.account().api();
  }

  @Test
  void anEditNeedsTheVersionThatWasSeen() {
    Show show = organizer.publish("Versions", 10, 0);
    Map<String, Object> edit = show.edited("title", "Autre titre");

    api.send("PUT", show.path(), edit).expect(428, "precondition-required");
    api.send("DELETE", show.path(), null).expect(428, "precondition-required");
    Answer edited = api.send("PUT", show.path(), edit, "If-Match", show.etag()).expect(200);
    assertThat(edited.header("etag")).isEqualTo("\"2\"");
    assertThat(edited.text("/title")).isEqualTo("Autre titre");
    Answer late =
        api.send("PUT", show.path(), edit, "If-Match", show.etag()).expect(412, "version-mismatch");
    assertThat(late.text("/currentVersion")).isEqualTo("2");
    api.send("DELETE", show.path(), null, "If-Match", show.etag()).expect(412, "version-mismatch");
    api.send("PUT", show.path(), edit, "If-Match", "*").expect(200);
  }

  /// A sale is not an edit.
  @Test
  void aSaleDoesNotChangeTheVersion() {
    Show show = organizer.publish("Ventes et versions", 10, 0);
    buyer.order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201);

    assertThat(organizer.look(show).etag()).isEqualTo(show.etag());
    organizer.edit(show, "title", "Encore").expect(200);
  }

  @Test
  void theCapacityCannotGoBelowWhatIsTaken() {
    Show show = organizer.publish("Capacité", 10, 0, 1500);
    buyer.order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201);
    buyer.order(show.id(), show.type(1), 3, Buyer.newKey()).expect(201);

    Answer refused = organizer.edit(show, "capacity", 4).expect(409, "capacity-below-taken");
    assertThat(refused.text("/taken")).isEqualTo("5");
    assertThat(refused.text("/pointer")).isEqualTo("/capacity");
    Map<String, Object> type =
        Map.of("id", show.type(1), "name", "Plein", "priceMinor", 1500, "capacity", 2);
    Map<String, Object> kept = Map.of("id", show.type(0), "name", "Libre", "priceMinor", 0);
    Answer ofType =
        organizer
            .edit(show, "ticketTypes", List.of(kept, type))
            .expect(409, "capacity-below-taken");
    assertThat(ofType.text("/taken")).isEqualTo("3");
    assertThat(ofType.text("/pointer")).isEqualTo("/ticketTypes/1/capacity");
    Answer exact = organizer.edit(show, "capacity", 5).expect(200);
    assertThat(exact.text("/availability/status")).isEqualTo("ALL_HELD");
    assertThat(Instant.parse(exact.text("/availability/heldUntil"))).isAfter(Instant.now());
  }

  @Test
  void whatWasOrderedStays() {
    Show show = organizer.publish("En usage", 10, 0, 1500);
    buyer.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201);

    organizer.removeLastType(show).expect(409, "in-use");
    organizer.edit(show, "currency", "CHF").expect(409, "in-use");
    organizer.edit(show, "status", "DRAFT").expect(409, "event-has-orders");
    organizer.delete(show).expect(409, "event-has-orders");
  }

  @Test
  void whatWasNotOrderedMayGo() {
    Show show = organizer.publish("Libre encore", 10, 0, 1500);

    Answer smaller = organizer.removeLastType(show).expect(200);
    assertThat(smaller.json().path("ticketTypes")).hasSize(1);
    Show now = Show.of(smaller);
    now = Show.of(organizer.edit(now, "currency", "JPY").expect(200));
    now = Show.of(organizer.edit(now, "status", "DRAFT").expect(200));
    buyer.order(now.id(), now.type(0), 1, Buyer.newKey()).expect(404, "not-found");
    organizer.delete(now).expect(204);
    api.get(now.path()).expect(404, "not-found");
    organizer.delete(now).expect(404, "not-found");
  }

  /// Title, price and currency of an order are those that its buyer saw.
  @Test
  void anOrderKeepsWhatItWasPlacedFor() {
    Show show = organizer.publish("Ancien titre", 10, 1500);
    Answer order = buyer.order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201);
    Map<String, Object> dearer = new HashMap<>(show.edited("title", "Nouveau titre"));
    dearer.put(
        "ticketTypes", List.of(Map.of("id", show.type(0), "name", "Or", "priceMinor", 9900)));
    api.send("PUT", show.path(), dearer, "If-Match", show.etag()).expect(200);

    Answer kept = buyer.api().get("/api/orders/" + order.text("/id")).expect(200);
    assertThat(kept.text("/eventTitle")).isEqualTo("Ancien titre");
    assertThat(kept.text("/totalMinor")).isEqualTo("3000");
    assertThat(kept.text("/lines/0/unitPriceMinor")).isEqualTo("1500");
    assertThat(kept.text("/lines/0/name")).isEqualTo("Place 1");
    Answer paid = buyer.pay(order.text("/id"), Buyer.newKey()).expect(200);
    assertThat(paid.text("/totalMinor")).isEqualTo("3000");
    String ticket = "/api/tickets/" + paid.text("/tickets/0/id");
    assertThat(buyer.api().get(ticket).expect(200).text("/priceMinor")).isEqualTo("1500");
  }

  /// A past start is refused where it is put on sale or moved there, and only then.
  @Test
  void aPastStartIsRefusedOnlyWhenItIsNew() {
    Map<String, Object> fields = Show.draft("Hier", 10, 0);
    fields.put("status", "DRAFT");
    fields.put("startsAt", Instant.now().minusSeconds(600).toString());
    Show draft = Show.of(api.post("/api/events", fields).expect(201));

    Answer refused = organizer.edit(draft, "status", "PUBLISHED").expect(422, "invalid-fields");
    assertThat(refused.text("/errors/0/code")).isEqualTo("past");
    organizer.edit(draft, "title", "Hier soir").expect(200);
  }

  @Test
  void cancelingGivesEverythingBackAndIsForGood() {
    Show show = organizer.publish("À annuler", 10, 0, 1500);
    Answer free = buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);
    Answer unpaid = buyer.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201);

    Answer canceled = organizer.edit(show, "status", "CANCELED").expect(200);
    assertThat(canceled.text("/status")).isEqualTo("CANCELED");
    buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(409, "event-canceled");
    Show now = Show.of(canceled);
    organizer.edit(now, "status", "PUBLISHED").expect(409, "event-canceled");
    for (Answer order : List.of(free, unpaid)) {
      Until.holds(
          "the order is canceled",
          CANCELED_WITHIN,
          () ->
              "CANCELED"
                  .equals(buyer.api().get("/api/orders/" + order.text("/id")).text("/status")));
    }
    String ticket = "/api/tickets/" + free.text("/tickets/0/id");
    assertThat(buyer.api().get(ticket).expect(200).text("/status")).isEqualTo("REVOKED");
    buyer.pay(unpaid.text("/id"), Buyer.newKey()).expect(409, "event-canceled");
    organizer.delete(now).expect(409, "event-has-orders");
  }
}
