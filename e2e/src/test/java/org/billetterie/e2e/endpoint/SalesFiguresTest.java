package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `GET /api/events/{id}/sales`.
@ExtendWith(SharedStack.class)
class SalesFiguresTest {
  @Test
  void addUpWhatWasPaidAndWhatIsHeld(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Organizer organizer = accounts.organizer();
    Buyer buyer = accounts.user();
    Show show = organizer.publish("Chiffres", 50, 0, 1500);
    LocalDate before = LocalDate.now(ZoneId.of("Europe/Paris"));
    buyer.order(show.id(), show.type(0), 4, Buyer.newKey()).expect(201);
    Answer order = buyer.order(show.id(), show.type(1), 2, Buyer.newKey()).expect(201);
    buyer.pay(order.text("/id"), Buyer.newKey()).expect(200);
    buyer.order(show.id(), show.type(1), 3, Buyer.newKey()).expect(201);

    JsonNode sales = organizer.account().api().get(show.path() + "/sales").expect(200).json();
    assertThat(sales.path("capacity").asInt()).isEqualTo(50);
    assertThat(sales.path("sold").asInt()).isEqualTo(6);
    assertThat(sales.path("held").asInt()).isEqualTo(3);
    assertThat(sales.path("remaining").asInt()).isEqualTo(41);
    assertThat(sales.path("revenueMinor").asInt()).isEqualTo(3000);
    assertThat(sales.path("currency").asText()).isEqualTo("EUR");
    assertThat(sales.path("orders").asInt()).isEqualTo(2);
    JsonNode priced = sales.path("byType").path(1);
    assertThat(priced.path("sold").asInt()).isEqualTo(2);
    assertThat(priced.path("held").asInt()).isEqualTo(3);
    assertThat(priced.path("revenueMinor").asInt()).isEqualTo(3000);
    int soldByDay = 0;
    for (JsonNode day : sales.path("byDay")) {
      assertThat(LocalDate.parse(day.path("day").asText())).isBetween(before, before.plusDays(1));
      soldByDay += day.path("sold").asInt();
    }
    assertThat(soldByDay).isEqualTo(6);
    assertThat(sales.toString()).as("nobody's address").doesNotContain("@");
  }

  @Test
  void anAdminSeesThemToo(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Show show = accounts.organizer().publish("Pour l'Admin", 5, 0);

    accounts.admin().api().get(show.path() + "/sales").expect(200);
    accounts.organizer().account().api().get(show.path() + "/sales").expect(404, "not-found");
    accounts.user().api().get(show.path() + "/sales").expect(403, "forbidden");
  }
}
