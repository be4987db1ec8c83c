package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `/api/tickets`.
@ExtendWith(SharedStack.class)
class TicketsTest {
  @Test
  void areListedNewestFirstAndRead(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Organizer organizer = accounts.organizer();
    Buyer holder = accounts.user();
    Show show = organizer.publish("Billets", 20, 0, 1500);
    Answer free = holder.order(show.id(), show.type(0), 3, Buyer.newKey()).expect(201);
    Answer unpaid = holder.order(show.id(), show.type(1), 2, Buyer.newKey()).expect(201);
    Answer paid = holder.pay(unpaid.text("/id"), Buyer.newKey()).expect(200);
    List<String> expected = new ArrayList<>();
    for (Answer order : List.of(free, paid)) {
      order.json().path("tickets").forEach(ticket -> expected.add(ticket.path("id").asText()));
    }

    List<String> listed = Pages.read(holder.api(), "/api/tickets?limit=2", "id");
    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
    assertThat(listed.subList(0, 2))
        .as("newest first")
        .doesNotContainAnyElementsOf(expected.subList(0, 3));
    Answer ticket = holder.api().get("/api/tickets/" + paid.text("/tickets/0/id")).expect(200);
    assertThat(ticket.text("/status")).isEqualTo("VALID");
    assertThat(ticket.text("/code")).isEqualTo(paid.text("/tickets/0/code"));
    assertThat(ticket.text("/eventTitle")).isEqualTo("Billets");
    assertThat(ticket.text("/priceMinor")).isEqualTo("1500");
    assertThat(ticket.text("/orderCode")).isEqualTo(paid.text("/code"));
    assertThat(ticket.json().path("testPayment").asBoolean()).isTrue();
  }

  @Test
  void anImageShowsTheCode(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Accounts.Made account = accounts.make("User");
    Cookies cookies = Cookies.signIn(stack, account.email());
    Show show = accounts.organizer().publish("Image", 5, 0);
    Api page = new Api(stack.url(), "Cookie", cookies.header(), "X-Billetterie", "1");
    Answer order =
        new Buyer(account.id(), page).order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);

    // As <img src> asks for it: with the cookie, and without any header of ours.
    Answer image =
        new Api(stack.url(), "Cookie", cookies.header())
            .get(
                "/api/tickets/" + order.text("/tickets/0/id") + ".svg",
                "Accept",
                "image/avif,image/*,*/*;q=0.8")
            .expect(200);
    assertThat(image.header("content-type")).startsWith("image/svg+xml");
    assertThat(image.header("cache-control")).contains("no-store");
    assertThat(image.body())
        .startsWith("<svg")
        .doesNotContain("<script", order.text("/tickets/0/code"));
  }

  @Test
  void unknownTicketsAreNotFound(Stack stack) {
    Api api = new Accounts(stack).user().api();
    String nothing = "/api/tickets/01900000-0000-7000-8000-000000000000";

    for (String path :
        List.of(nothing, nothing + ".svg", "/api/tickets/nothing", nothing + ".exe")) {
      api.get(path).expect(404, "not-found");
    }
    api.get("/api/tickets?limit=x").expect(422, "invalid-fields");
    api.get("/api/tickets?cursor=%21").expect(400, "malformed");
    new Api(stack.url()).get("/api/tickets").expect(401, "unauthenticated");
  }
}
