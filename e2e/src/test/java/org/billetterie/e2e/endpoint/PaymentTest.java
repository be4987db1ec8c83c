package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Canaries;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// `POST /api/orders/{id}/payment`. An expired order: [ExpiredOrderTest].
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentTest {
  private Organizer organizer;
  private Buyer buyer;
  private Show show;

  @BeforeAll
  void meet(Stack stack) {
    Accounts accounts = new Accounts(stack);
    organizer = accounts.organizer();
    buyer = accounts.user();
    show = organizer.publish("À payer", 100, 1500);
  }

  @Test
  void turnsAHoldIntoTickets() {
    Answer order = order();
    Answer paid = buyer.pay(order.text("/id"), Buyer.newKey()).expect(200);

    assertThat(paid.text("/status")).isEqualTo("PAID");
    assertThat(paid.json().path("testPayment").asBoolean()).isTrue();
    assertThat(paid.json().path("tickets")).hasSize(1);
    assertThat(paid.body()).doesNotContain(Canaries.CARD);
    assertThat(buyer.api().get("/api/orders/" + order.text("/id")).expect(200).json())
        .isEqualTo(paid.json());
  }

  @Test
  void theSameKeyPaysOnce() {
    String id = order().text("/id");
    String key = Buyer.newKey();
    Answer first = buyer.pay(id, key).expect(200);

    assertThat(buyer.pay(id, key).expect(200).body()).isEqualTo(first.body());
    Answer other = buyer.pay(id, Buyer.newKey()).expect(409, "order-not-payable");
    assertThat(other.text("/status")).isEqualTo("409");
    assertThat(other.text("/orderStatus")).isEqualTo("PAID");
  }

  /// A declined card changes nothing: another one may follow.
  @Test
  void aDeclinedCardLeavesTheHold() {
    String id = order().text("/id");

    buyer.pay(id, Buyer.newKey(), Canaries.DECLINED_CARD).expect(402, "payment-declined");
    assertThat(buyer.api().get("/api/orders/" + id).expect(200).text("/status"))
        .isEqualTo("PENDING");
    buyer.pay(id, Buyer.newKey()).expect(200);
  }

  /// Nobody's real card is taken, however it is written.
  @Test
  void onlyTestNumbersAreTaken() {
    String id = order().text("/id");

    for (String number : List.of("4111111111111111", "5555555555554444", "4242424242424241")) {
      Answer answer = buyer.pay(id, Buyer.newKey(), number).expect(422, "not-a-test-card");
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/card/number");
      assertThat(answer.body()).doesNotContain(number);
    }
    buyer.pay(id, Buyer.newKey(), "4242 4242 4242 4242").expect(200);
  }

  @Test
  void fieldsAreChecked() {
    String path = "/api/orders/" + order().text("/id") + "/payment";

    assertField(path, Map.of(), "/card", "required");
    assertField(path, card("number", "x"), "/card/number", "invalid");
    assertField(path, card("expiry", "13/40"), "/card/expiry", "invalid");
    assertField(path, card("expiry", "01/20"), "/card/expiry", "past");
    assertField(path, card("cvc", "12"), "/card/cvc", "invalid");
    assertField(
        path,
        Map.of("method", "cash", "card", card("cvc", "123").get("card")),
        "/method",
        "invalid");
    assertField(path, card("holder", "Ana"), "/card/holder", "unknown-field");
    buyer.api().post(path, card("cvc", "123")).expect(400, "idempotency-key-missing");
  }

  @Test
  void whatWasGivenBackCannotBePaid() {
    String id = order().text("/id");
    buyer.api().send("DELETE", "/api/orders/" + id, null).expect(204);

    buyer.pay(id, Buyer.newKey()).expect(409, "order-not-payable");
  }

  private Answer order() {
    buyer
        .api()
        .get("/api/orders?limit=100")
        .json()
        .path("items")
        .forEach(each -> {
          if ("PENDING".equals(each.path("status").asText())) {
            buyer.api().send("DELETE", "/api/orders/" + each.path("id").asText(), null).expect(204);
          }
        });
    return buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);
  }

  private void assertField(String path, Object body, String pointer, String code) {
    Answer answer =
        buyer
            .api()
            .post(path, body, "Idempotency-Key", Buyer.newKey())
            .expect(422, "invalid-fields");
    assertThat(answer.json().path("errors").findValuesAsText("pointer")).contains(pointer);
    assertThat(answer.json().path("errors").findValuesAsText("code")).contains(code);
  }

  private static Map<String, Object> card(String field, String value) {
    Map<String, Object> card =
        new HashMap<>(Map.of("number", Canaries.CARD, "expiry", "12/40", "cvc", "123"));
    card.put(field, value);
    return Map.of("method", "test-card", "card", card);
  }
}
