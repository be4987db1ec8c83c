package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.Verify;
import org.billetterie.e2e.stack.Canaries;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Order(1)
@ExtendWith(SharedStack.class)
class FirstSaleTest {

  @Test
  void anOrganizerPublishesAndABuyerTakesAFreeSeat(Stack stack) {
    People people = new People(stack);
    Organizer organizer = people.organizer();
    Show show = organizer.publish("Rencontre libre", 3, 0);
    Buyer buyer = people.registered("Acheteuse");

    Answer order = buyer.order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201);

    assertThat(order.text("/status")).isEqualTo("PAID");
    assertThat(order.json().path("tickets")).hasSize(2);
    String ticket = order.text("/tickets/0/id");
    assertThat(buyer.api().get("/api/tickets").expect(200).body()).contains(ticket);
    assertThat(buyer.api().get("/api/tickets/" + ticket + ".svg").expect(200).body())
        .contains("<svg");
    assertThat(organizer.look(show).view().at("/availability/remaining").asInt()).isEqualTo(1);
    Verify.assertClean(stack);
  }

  @Test
  void aPricedSeatIsHeldThenPaidWithTheTestCard(Stack stack) {
    People people = new People(stack);
    Organizer organizer = people.organizer();
    Show show = organizer.publish("Théâtre du soir", 10, 2_500, 4_000);
    Buyer buyer = people.registered("Acheteur");

    Answer held = buyer.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201);
    assertThat(held.text("/status")).isEqualTo("PENDING");
    assertThat(held.text("/expiresAt")).isNotEmpty();
    String order = held.text("/id");
    buyer.pay(order, Buyer.newKey(), Canaries.DECLINED_CARD).expect(402, "payment-declined");
    Answer paid = buyer.pay(order, Buyer.newKey()).expect(200);

    assertThat(paid.text("/status")).isEqualTo("PAID");
    assertThat(paid.json().path("testPayment").asBoolean()).isTrue();
    assertThat(paid.json().path("tickets")).hasSize(1);
    assertThat(
            organizer
                .account()
                .api()
                .get(show.path() + "/sales")
                .expect(200)
                .json()
                .path("revenueMinor")
                .asInt())
        .isEqualTo(4_000);
  }

  @Test
  void whoIsNoOrganizerCannotPublish(Stack stack) {
    Buyer buyer = new People(stack).registered("Curieux");
    buyer.api().post("/api/events", Show.draft("Interdit", 10, 0)).expect(403, "forbidden");
  }
}
