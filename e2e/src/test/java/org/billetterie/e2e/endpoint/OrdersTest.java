package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Placing, reading and giving back orders. Limits and the sale window: [OrderLimitsTest].
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {
  private static final Duration HOLD = Duration.ofMinutes(15);

  private Accounts accounts;
  private Organizer organizer;
  private Buyer buyer;

  @BeforeAll
  void meet(Stack stack) {
    accounts = new Accounts(stack);
    organizer = accounts.organizer();
    buyer = accounts.user();
  }

  @Test
  void aFreeOrderIsPaidAtOnce() {
    Show show = organizer.publish("Entrée libre", 10, 0);
    Answer order = buyer.order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201);

    assertThat(order.header("location")).isEqualTo("/api/orders/" + order.text("/id"));
    assertThat(order.text("/status")).isEqualTo("PAID");
    assertThat(order.text("/code")).matches("[a-hj-km-np-z2-9]{8}");
    assertThat(order.text("/totalMinor")).isEqualTo("0");
    assertThat(order.json().path("testPayment").asBoolean()).isFalse();
    assertThat(order.json().path("expiresAt").isNull()).isTrue();
    assertThat(order.json().path("tickets")).hasSize(2);
    assertThat(buyer.api().get(order.header("location")).expect(200).json())
        .isEqualTo(order.json());
  }

  @Test
  void aPricedOrderHoldsItsSeats() {
    Show show = organizer.publish("Payant", 10, 1500, 900);
    Answer order =
        buyer
            .order(show.id(), Map.of(show.type(0), 2, show.type(1), 1), Buyer.newKey())
            .expect(201);

    assertThat(order.text("/status")).isEqualTo("PENDING");
    assertThat(order.text("/totalMinor")).isEqualTo("3900");
    assertThat(order.text("/currency")).isEqualTo("EUR");
    assertThat(order.json().path("testPayment").asBoolean()).isTrue();
    assertThat(order.json().path("tickets")).isEmpty();
    assertThat(
            Duration.between(
                Instant.parse(order.text("/placedAt")), Instant.parse(order.text("/expiresAt"))))
        .isEqualTo(HOLD);
    assertThat(organizer.look(show).view().at("/availability/remaining").asInt()).isEqualTo(7);
  }

  @Test
  void givingBackFreesTheSeats() {
    Show show = organizer.publish("Rendu", 3, 1500);
    String path =
        "/api/orders/"
            + buyer.order(show.id(), show.type(0), 3, Buyer.newKey()).expect(201).text("/id");
    assertThat(organizer.look(show).view().at("/availability/status").asText())
        .isEqualTo("ALL_HELD");

    buyer.api().send("DELETE", path, null).expect(204);
    buyer.api().send("DELETE", path, null).expect(204);
    assertThat(buyer.api().get(path).expect(200).text("/status")).isEqualTo("CANCELED");
    assertThat(organizer.look(show).view().at("/availability/remaining").asInt()).isEqualTo(3);
  }

  @Test
  void aPaidOrderCannotBeGivenBack() {
    Show show = organizer.publish("Gardé", 3, 0);
    String path =
        "/api/orders/"
            + buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201).text("/id");

    buyer.api().send("DELETE", path, null).expect(409, "order-not-pending");
    assertThat(buyer.api().get(path).expect(200).text("/status")).isEqualTo("PAID");
  }

  @Test
  void ownOrdersAreListedNewestFirst() {
    Buyer collector = accounts.user();
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Show show = organizer.publish("Collection " + i, 5, 0);
      placed.addFirst(
          collector.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201).text("/id"));
    }

    assertThat(Pages.read(collector.api(), "/api/orders?limit=2", "id")).isEqualTo(placed);
    collector.api().get("/api/orders?limit=0").expect(422, "invalid-fields");
    collector.api().get("/api/orders?cursor=%21").expect(400, "malformed");
  }

  @Test
  void theKeyIsRequiredAndHonoured() {
    Show show = organizer.publish("Clés", 10, 0);
    String path = show.path() + "/orders";
    Map<String, Object> body =
        Map.of("lines", List.of(Map.of("ticketTypeId", show.type(0), "quantity", 1)));
    String key = "\"any!visible~ASCII\"" + Buyer.newKey();

    buyer.api().post(path, body).expect(400, "idempotency-key-missing");
    buyer
        .api()
        .post(path, body, "Idempotency-Key", "k".repeat(256))
        .expect(400, "idempotency-key-missing");
    Answer first = buyer.api().post(path, body, "Idempotency-Key", key).expect(201);
    Answer again = buyer.api().post(path, body, "Idempotency-Key", key).expect(201);
    assertThat(again.body()).isEqualTo(first.body());
    buyer.order(show.id(), show.type(0), 2, key).expect(422, "idempotency-mismatch");
  }

  @Test
  void oddOrdersAreRefused() {
    Show show = organizer.publish("Étranges", 10, 0);
    String path = show.path() + "/orders";
    Map<String, Object> none = Map.of("ticketTypeId", show.type(0), "quantity", 0);
    Map<String, Object> unknown = Map.of("ticketTypeId", show.id(), "quantity", 1);

    assertField(path, Map.of("lines", List.of()), "/lines", "required");
    assertField(path, Map.of("lines", List.of(none)), "/lines/0/quantity", "min");
    assertField(path, Map.of("lines", List.of(unknown)), "/lines", "unknown-id");
    assertField(
        path, Map.of("lines", List.of(Map.of("quantity", 1))), "/lines/0/ticketTypeId", "required");
    assertField(path, Map.of("seats", 1), "/seats", "unknown-field");
    buyer
        .order("01900000-0000-7000-8000-000000000000", show.type(0), 1, Buyer.newKey())
        .expect(404, "not-found");
    buyer.api().get("/api/orders/01900000-0000-7000-8000-000000000000").expect(404, "not-found");
  }

  private void assertField(String path, Object body, String pointer, String code) {
    Answer answer =
        buyer
            .api()
            .post(path, body, "Idempotency-Key", Buyer.newKey())
            .expect(422, "invalid-fields");
    assertThat(answer.text("/errors/0/pointer")).startsWith(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
  }
}
