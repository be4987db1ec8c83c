package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Creating and reading events.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
  private Stack stack;
  private Organizer organizer;
  private Api api;

  @BeforeAll
  void meet(Stack shared) {
    stack = shared;
    organizer = new Accounts(shared).organizer();
    api = organizer.account().api();
  }

  @Test
  void fiveFieldsAreEnough() {
    Map<String, Object> least = Show.draft("Le strict nécessaire", 80, 0);
    least.keySet().retainAll(List.of("title", "startsAt", "capacity", "currency", "ticketTypes"));
    Answer made = api.post("/api/events", least).expect(201);
    JsonNode view = made.json();

    assertThat(made.header("location")).isEqualTo("/api/events/" + made.text("/id"));
    assertThat(made.header("etag")).isEqualTo("\"1\"");
    assertThat(view.path("status").asText()).isEqualTo("DRAFT");
    assertThat(view.path("timezone").asText()).isEqualTo("Europe/Paris");
    assertThat(view.path("maxPerOrder").asInt()).isEqualTo(10);
    assertThat(view.path("maxPerAccount").isNull()).isTrue();
    assertThat(view.path("venue").asText()).isEmpty();
    Instant starts = Instant.parse(made.text("/startsAt"));
    assertThat(Instant.parse(made.text("/endsAt"))).isEqualTo(starts.plus(3, ChronoUnit.HOURS));
    assertThat(made.text("/organizer/id")).isEqualTo(organizer.account().accountId());
    assertThat(made.text("/availability/remaining")).isEqualTo("80");
    assertThat(view.path("ticketTypes").path(0).path("id").asText()).isNotEmpty();
    assertThat(api.get(made.header("location")).expect(200).json()).isEqualTo(view);
  }

  /// Priced events say where the only money is that of the test card.
  @Test
  void aPricedEventCarriesTheTestMark() {
    Show priced = organizer.publish("Payant", 10, 0, 1500);
    Show free = organizer.publish("Gratuit", 10, 0);

    assertThat(priced.view().path("testPayment").asBoolean()).isTrue();
    assertThat(priced.view().path("paymentMethods").path(0).asText()).isEqualTo("test-card");
    assertThat(free.view().path("testPayment").asBoolean()).isFalse();
  }

  @Test
  void aDraftIsThereForItsOrganizerAndTheAdminOnly() {
    Map<String, Object> fields = Show.draft("Pas encore", 10, 0);
    fields.put("status", "DRAFT");
    Show draft = Show.of(api.post("/api/events", fields).expect(201));
    Accounts accounts = new Accounts(stack);

    api.get(draft.path()).expect(200);
    accounts.admin().api().get(draft.path()).expect(200);
    accounts.user().api().get(draft.path()).expect(404, "not-found");
    accounts.organizer().account().api().get(draft.path()).expect(404, "not-found");
    new Api(stack.url()).get(draft.path()).expect(404, "not-found");
  }

  @Test
  void unknownIdsAreNotFound() {
    for (String id : List.of("01900000-0000-7000-8000-000000000000", "nothing", "1")) {
      api.get("/api/events/" + id).expect(404, "not-found");
    }
  }

  @Test
  void everyWrongFieldIsNamed() {
    Answer answer = api.post("/api/events", Map.of()).expect(422, "invalid-fields");

    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/title", "/startsAt", "/capacity", "/currency", "/ticketTypes");
  }

  @Test
  void boundsAreKept() {
    assertField("title", " ", "/title", "required");
    assertField("title", "x".repeat(201), "/title", "length");
    assertField("title", "a\nb", "/title", "invalid");
    assertField("description", "x".repeat(10_001), "/description", "length");
    assertField("venue", "x".repeat(201), "/venue", "length");
    assertField("capacity", 0, "/capacity", "min");
    assertField("capacity", 1_000_001, "/capacity", "max");
    assertField("capacity", "80", "/capacity", "type");
    assertField("capacity", 8.5, "/capacity", "type");
    assertField("currency", "ECU", "/currency", "currency");
    assertField("timezone", "Europe/Atlantis", "/timezone", "timezone");
    assertField("maxPerOrder", 0, "/maxPerOrder", "min");
    assertField("maxPerAccount", 0, "/maxPerAccount", "min");
    assertField("status", "LIVE", "/status", "type");
    assertField("status", "CANCELED", "/status", "new-status");
    assertField("organizer", "me", "/organizer", "unknown-field");
    assertField("startsAt", "tomorrow", "/startsAt", "type");
    assertField("startsAt", "1999-12-31T23:59:59Z", "/startsAt", "date-range");
    assertField("startsAt", Instant.now().minusSeconds(60).toString(), "/startsAt", "past");
    assertField("endsAt", Instant.now().toString(), "/endsAt", "before-start");
    assertField("ticketTypes", List.of(), "/ticketTypes", "required");
    assertField(
        "ticketTypes", List.of(Map.of("name", "x")), "/ticketTypes/0/priceMinor", "required");
    assertField(
        "ticketTypes",
        List.of(Map.of("name", "x", "priceMinor", -1)),
        "/ticketTypes/0/priceMinor",
        "min");
  }

  /// Half of a surrogate pair is no character: it could not be kept.
  @Test
  void whatIsNoCharacterIsRefused() {
    for (String field : List.of("title", "venue", "description")) {
      Map<String, Object> fields = new HashMap<>(Show.draft("Moitié", 10, 0));
      fields.put(field, "HALF");
      Answer answer =
          api.send("POST", "/api/events", json(fields).replace("HALF", "half a pair \\ud800"))
              .expect(422, "invalid-fields");
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + field);
    }
  }

  private static String json(Map<String, Object> fields) {
    try {
      return new ObjectMapper().writeValueAsString(fields);
    } catch (JsonProcessingException ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }

  @Test
  void aSaleCannotEndBeforeItBegins() {
    Map<String, Object> fields = Show.draft("À rebours", 10, 0);
    fields.put("salesStartAt", Instant.now().plusSeconds(7200).toString());
    fields.put("salesEndAt", Instant.now().plusSeconds(3600).toString());

    Answer answer = api.post("/api/events", fields).expect(422, "invalid-fields");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/salesEndAt");
    assertThat(answer.text("/errors/0/code")).isEqualTo("before-sale-start");
  }

  private void assertField(String field, Object value, String pointer, String code) {
    Map<String, Object> fields = new HashMap<>(Show.draft("Bornes", 10, 0));
    fields.put(field, value);
    Answer answer = api.post("/api/events", fields).expect(422, "invalid-fields");

    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .as("%s=%s", field, value)
        .contains(pointer);
    assertThat(answer.json().path("errors").findValuesAsText("code"))
        .as("%s=%s", field, value)
        .contains(code);
  }
}
