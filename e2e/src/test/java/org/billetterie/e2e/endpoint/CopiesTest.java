package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `POST /api/events/{id}/copies`: a season in one step.
@ExtendWith(SharedStack.class)
class CopiesTest {
  private static final List<String> SEASON =
      List.of(
          "2031-03-29T20:30:00+01:00", "2031-04-05T20:30:00+02:00", "2031-04-12T20:30:00+02:00");

  @Test
  void areMadeOnEveryDateInOneStep(Stack stack) {
    Organizer organizer = new Accounts(stack).organizer();
    Show show = organizer.publish("Les Trois Sœurs", 40, 1200, 0);
    Answer made = copy(organizer, show, "DRAFT", SEASON, Buyer.newKey()).expect(201);

    assertThat(mine(organizer)).hasSize(4);
    assertThat(made.json().path("items")).hasSize(3);
    for (int i = 0; i < SEASON.size(); i++) {
      String id = made.text("/items/" + i + "/id");
      new Api(stack.url()).get("/api/events/" + id).expect(404);
      JsonNode copy = organizer.account().api().get("/api/events/" + id).expect(200).json();
      assertThat(copy.path("title").asText()).isEqualTo("Les Trois Sœurs");
      assertThat(copy.path("startsAt").asText())
          .isEqualTo(OffsetDateTime.parse(SEASON.get(i)).toInstant().toString());
      assertThat(copy.path("availability").path("remaining").asInt()).isEqualTo(40);
      assertThat(copy.at("/ticketTypes/0/priceMinor").asInt()).isEqualTo(1200);
      assertThat(copy.at("/ticketTypes/0/id").asText()).isNotEqualTo(show.type(0));
    }
    Answer onSale =
        copy(organizer, show, "PUBLISHED", SEASON.subList(0, 1), Buyer.newKey()).expect(201);
    new Api(stack.url()).get("/api/events/" + onSale.text("/items/0/id")).expect(200);
  }

  @Test
  void areMadeOnceHoweverOftenTheyAreAskedFor(Stack stack) {
    Organizer organizer = new Accounts(stack).organizer();
    Show show = organizer.publish("Oncle Vania", 40, 0);
    String key = Buyer.newKey();

    String first = copy(organizer, show, "DRAFT", SEASON, key).expect(201).body();
    assertThat(copy(organizer, show, "DRAFT", SEASON, key).expect(201).body()).isEqualTo(first);
    copy(organizer, show, "PUBLISHED", SEASON, key).expect(422, "idempotency-mismatch");
    assertThat(mine(organizer)).hasSize(4);
    organizer
        .account()
        .api()
        .post(show.path() + "/copies", Map.of("startsAt", SEASON))
        .expect(400, "idempotency-key-missing");
  }

  @Test
  void areAllRefusedWhereOneDateCannotBe(Stack stack) {
    Organizer organizer = new Accounts(stack).organizer();
    Show show = organizer.publish("La Mouette", 40, 0);
    List<String> past = List.of(SEASON.get(0), "2020-01-01T20:30:00+01:00");

    Answer refused = copy(organizer, show, "PUBLISHED", past, Buyer.newKey());
    assertThat(refused.expect(422, "invalid-fields").text("/errors/0/pointer"))
        .isEqualTo("/startsAt/1");
    List<String> twice = List.of(SEASON.get(0), SEASON.get(0));
    assertThat(copy(organizer, show, "DRAFT", twice, Buyer.newKey()).text("/errors/0/code"))
        .isEqualTo("duplicate");
    copy(organizer, show, "DRAFT", List.of(), Buyer.newKey()).expect(422, "invalid-fields");
    copy(organizer, show, "CANCELED", SEASON, Buyer.newKey()).expect(422, "invalid-fields");
    copy(new Accounts(stack).organizer(), show, "DRAFT", SEASON, Buyer.newKey()).expect(404);
    assertThat(mine(organizer)).hasSize(1);
  }

  private static Answer copy(
      Organizer organizer, Show show, String status, List<String> dates, String key) {
    return organizer
        .account()
        .api()
        .post(
            show.path() + "/copies",
            Map.of("startsAt", dates, "status", status),
            "Idempotency-Key",
            key);
  }

  private static JsonNode mine(Organizer organizer) {
    return organizer.account().api().get("/api/events?mine=true").expect(200).json().path("items");
  }
}
