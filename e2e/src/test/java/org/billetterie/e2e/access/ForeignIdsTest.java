package org.billetterie.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two houses with the same things: every id of the first, wherever an id can stand, tried by the
/// second. Nothing leaks and nothing changes.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignIdsTest {
  private Stack stack;
  private Organizer hostA;
  private Organizer hostB;
  private Buyer buyerA;
  private Buyer buyerB;
  private Show showA;
  private Show draftA;
  private Show showB;
  private Answer paidA;
  private Answer unpaidA;

  @BeforeAll
  void twoHouses(Stack shared) {
    stack = shared;
    Accounts accounts = new Accounts(shared);
    hostA = accounts.organizer();
    hostB = accounts.organizer();
    buyerA = accounts.user();
    buyerB = accounts.user();
    showA = hostA.publish("Maison A", 50, 0, 2000);
    Map<String, Object> draft = Show.draft("Projet secret de la maison A", 50, 0);
    draft.put("status", "DRAFT");
    draftA = Show.of(hostA.account().api().post("/api/events", draft).expect(201));
    showB = hostB.publish("Maison B", 50, 0, 2000);
    paidA = buyerA.order(showA.id(), showA.type(0), 1, Buyer.newKey()).expect(201);
    unpaidA = buyerA.order(showA.id(), showA.type(1), 1, Buyer.newKey()).expect(201);
  }

  @Test
  void inAPathLeadNowhere() {
    SequencedMap<String, Object> tries = new LinkedHashMap<>();
    for (Show show : List.of(showA, draftA)) {
      tries.put("PUT " + show.path(), show.edited("title", "Repris par B"));
      tries.put("DELETE " + show.path(), null);
      tries.put("GET " + show.path() + "/sales", null);
    }
    tries.put("GET " + draftA.path(), null);
    tries.put("POST " + draftA.path() + "/orders", Calls.lines(draftA));
    for (Answer order : List.of(paidA, unpaidA)) {
      String path = "/api/orders/" + order.text("/id");
      tries.put("GET " + path, null);
      tries.put("DELETE " + path, null);
      tries.put("POST " + path + "/payment", Calls.payment());
    }
    String ticket = "/api/tickets/" + paidA.text("/tickets/0/id");
    tries.put("GET " + ticket, null);
    tries.put("GET " + ticket + ".svg", null);

    new Databases(stack)
        .assertUnchanged(
            "an id of somebody else",
            () ->
                tries.forEach((what, body) -> {
                  Route route = Route.parse(what);
                  for (Api stranger : List.of(hostB.account().api(), buyerB.api())) {
                    Answer answer =
                        stranger.send(
                            route.method(),
                            route.path(),
                            body,
                            "If-Match",
                            "*",
                            "Idempotency-Key",
                            Buyer.newKey());
                    assertThat(answer.status()).as("%s: %s", what, answer).isIn(403, 404);
                    assertThat(answer.problem()).isIn("forbidden", "not-found");
                    assertThat(answer.body())
                        .doesNotContain("Maison A", "secret", buyerA.accountId());
                  }
                }));
  }

  /// A ticket type of A in an order or an edit of B's event.
  @Test
  void inABodyAreUnknown() {
    String foreign = showA.type(0);
    Map<String, Object> type = Map.of("id", foreign, "name", "Repris", "priceMinor", 0);

    new Databases(stack)
        .assertUnchanged(
            "a type of somebody else's event",
            () -> {
              buyerB.order(showB.id(), foreign, 1, Buyer.newKey()).expect(422, "invalid-fields");
              Answer edit =
                  hostB.edit(showB, "ticketTypes", List.of(type)).expect(422, "invalid-fields");
              assertThat(edit.text("/errors/0/pointer")).isEqualTo("/ticketTypes/0/id");
            });
  }

  /// A key, a cursor and a search of A's tell B nothing.
  @Test
  void inAHeaderOrQueryLeadToOnesOwnThings() {
    String key = Buyer.newKey();
    Answer first = buyerA.order(showA.id(), showA.type(0), 1, key).expect(201);
    Answer other = buyerB.order(showA.id(), showA.type(0), 1, key).expect(201);
    String cursor = buyerA.api().get("/api/orders?limit=1").expect(200).text("/next");

    assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
    List<String> lists =
        List.of("/api/orders?limit=100", "/api/tickets?limit=100", "/api/orders?cursor=" + cursor);
    for (String list : lists) {
      assertThat(buyerB.api().get(list).expect(200).body())
          .doesNotContain(paidA.text("/id"), unpaidA.text("/id"), first.text("/id"));
    }
    assertThat(hostB.account().api().get("/api/events?mine=true&limit=100").expect(200).body())
        .doesNotContain(showA.id(), draftA.id());
    assertThat(buyerB.api().get("/api/events?q=secret&limit=100").expect(200).body())
        .doesNotContain(draftA.id());
  }

  /// A ticket's code is a UUIDv7 and 128 random bits; ids of two things made at the same time share
  /// no more than the time.
  @Test
  void cannotBeGuessed() {
    Answer many = buyerA.order(showA.id(), showA.type(0), 10, Buyer.newKey()).expect(201);
    List<String> codes = many.json().path("tickets").findValuesAsText("code");

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allSatisfy(code -> assertThat(code.length()).isGreaterThan(40));
    for (String id : many.json().path("tickets").findValuesAsText("id")) {
      assertThat(UUID.fromString(id).version()).isEqualTo(7);
    }
  }
}
