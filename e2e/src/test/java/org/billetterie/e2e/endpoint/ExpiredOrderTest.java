package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.edge.OtherStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A hold that ended, on a stack where that takes seconds.
@ExtendWith(OtherStack.class)
class ExpiredOrderTest {
  private static final Duration EXPIRED_WITHIN = Duration.ofSeconds(60);

  @Test
  void cannotBePaidAndItsSeatsAreBack(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Organizer organizer = accounts.organizer();
    Buyer buyer = accounts.user();
    Show show = organizer.publish("Bref", 1, 1500);
    Answer order = buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);
    String path = "/api/orders/" + order.text("/id");
    assertThat(
            Show.of(organizer.account().api().get(show.path()))
                .view()
                .at("/availability/status")
                .asText())
        .isEqualTo("ALL_HELD");

    Until.holds(
        "the hold ends",
        EXPIRED_WITHIN,
        () -> "EXPIRED".equals(buyer.api().get(path).expect(200).text("/status")));

    buyer.pay(order.text("/id"), Buyer.newKey()).expect(410, "order-expired");
    assertThat(organizer.look(show).view().at("/availability/remaining").asInt()).isEqualTo(1);
    buyer.api().send("DELETE", path, null).expect(204);
    assertThat(buyer.api().get(path).expect(200).text("/status")).isEqualTo("EXPIRED");
  }
}
