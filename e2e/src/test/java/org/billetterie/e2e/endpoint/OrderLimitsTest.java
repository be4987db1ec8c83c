package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

/// What may be ordered, and when.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderLimitsTest {
  private Organizer organizer;
  private Buyer buyer;

  @BeforeAll
  void meet(Stack stack) {
    Accounts accounts = new Accounts(stack);
    organizer = accounts.organizer();
    buyer = accounts.user();
  }

  @Test
  void oneOrderHoldsNoMoreThanItsLimit() {
    Show show = publish(Map.of("maxPerOrder", 3), 0, 0);

    assertThat(order(show, 4).expect(409, "limit-exceeded").text("/limit")).isEqualTo("3");
    // Also over several types, and over lines of the same type.
    buyer
        .order(show.id(), Map.of(show.type(0), 2, show.type(1), 2), Buyer.newKey())
        .expect(409, "limit-exceeded");
    Map<String, Object> line = Map.of("ticketTypeId", show.type(0), "quantity", 2);
    buyer
        .api()
        .post(
            show.path() + "/orders",
            Map.of("lines", List.of(line, line)),
            "Idempotency-Key",
            Buyer.newKey())
        .expect(409, "limit-exceeded");
    order(show, 3).expect(201);
  }

  /// Paid and held seats count, given back ones do not.
  @Test
  void oneAccountHoldsNoMoreThanItsLimit() {
    Show show = publish(Map.of("maxPerAccount", 4), 0, 1500);
    order(show, 2).expect(201);
    Answer held = buyer.order(show.id(), show.type(1), 2, Buyer.newKey()).expect(201);

    assertThat(order(show, 1).expect(409, "limit-exceeded").text("/limit")).isEqualTo("4");
    buyer.api().send("DELETE", "/api/orders/" + held.text("/id"), null).expect(204);
    order(show, 2).expect(201);
    order(show, 1).expect(409, "limit-exceeded");
  }

  @Test
  void oneAccountHasThreeUnpaidOrdersOfAnEvent() {
    Show show = publish(Map.of(), 1500, 0);
    Answer first = order(show, 1).expect(201);
    order(show, 1).expect(201);
    order(show, 1).expect(201);

    assertThat(order(show, 1).expect(409, "too-many-holds").text("/limit")).isEqualTo("3");
    buyer.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201);
    buyer.pay(first.text("/id"), Buyer.newKey()).expect(200);
    order(show, 1).expect(201);
  }

  @Test
  void whatIsLeftIsTold() {
    Show show = publish(Map.of("capacity", 5), 0, 0);
    order(show, 3).expect(201);

    assertThat(order(show, 3).expect(409, "sold-out").text("/available")).isEqualTo("2");
    order(show, 2).expect(201);
    assertThat(order(show, 1).expect(409, "sold-out").text("/available")).isEqualTo("0");
    assertThat(organizer.look(show).view().at("/availability/status").asText())
        .isEqualTo("SOLD_OUT");
  }

  @Test
  void aTypeHasALimitOfItsOwn() {
    Map<String, Object> few = Map.of("name", "Loge", "priceMinor", 0, "capacity", 2);
    Map<String, Object> many = Map.of("name", "Parterre", "priceMinor", 0);
    Show show = publish(Map.of("ticketTypes", List.of(few, many)), 0);
    order(show, 2).expect(201);

    assertThat(order(show, 1).expect(409, "sold-out").text("/available")).isEqualTo("0");
    // All or nothing: the seat of the other type is not taken.
    buyer
        .order(show.id(), Map.of(show.type(0), 1, show.type(1), 1), Buyer.newKey())
        .expect(409, "sold-out");
    assertThat(organizer.look(show).view().at("/availability/remaining").asInt())
        .isEqualTo(show.capacity() - 2);
    buyer.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201);
  }

  @Test
  void theSaleHasABeginningAndAnEnd() {
    String soon =
        Instant.now()
            .plusSeconds(3600)
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
            .toString();
    Show later = publish(Map.of("salesStartAt", soon), 0);
    Show over = publish(Map.of("salesEndAt", Instant.now().minusSeconds(60).toString()), 0);
    Show open =
        publish(
            Map.of(
                "salesStartAt", Instant.now().minusSeconds(60).toString(),
                "salesEndAt", Instant.now().plusSeconds(3600).toString()),
            0);

    assertThat(order(later, 1).expect(409, "sale-not-open").text("/opensAt")).isEqualTo(soon);
    order(over, 1).expect(409, "sale-ended");
    order(open, 1).expect(201);
  }

  /// An event that began a minute ago and lasts 3 hours sells on; one that is over does not.
  @Test
  void anEventThatIsOverIsNotSold() {
    Show show = publish(Map.of(), 0);
    Map<String, Object> over = show.edited("status", "DRAFT");
    over.put("startsAt", Instant.now().minusSeconds(7200).toString());
    over.put("endsAt", Instant.now().minusSeconds(3600).toString());
    organizer.account().api().send("PUT", show.path(), over, "If-Match", show.etag()).expect(200);

    order(show, 1).expect(404, "not-found");
  }

  private Answer order(Show show, int seats) {
    return buyer.order(show.id(), show.type(0), seats, Buyer.newKey());
  }

  private Show publish(Map<String, Object> fields, long... prices) {
    Map<String, Object> draft = Show.draft("Limites", 20, prices);
    draft.putAll(fields);
    return Show.of(organizer.account().api().post("/api/events", draft).expect(201));
  }
}
