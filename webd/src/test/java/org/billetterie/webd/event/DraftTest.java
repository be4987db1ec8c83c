package org.billetterie.webd.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.event.EventRequest.TypeRequest;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final Instant START = Instant.parse("2027-01-10T19:30:00Z");
  private static final TypeRequest TYPE = new TypeRequest(null, "Plein", 1_250L, null);

  @Test
  void fillsInWhatAnOrganizerNeedNotSay() {
    Draft draft = Draft.of(request(null, null, null, "EUR", List.of(TYPE)));
    assertThat(draft.endsAt()).isEqualTo(START.plusSeconds(3 * 3_600));
    assertThat(draft.timezone()).isEqualTo("Europe/Paris");
    assertThat(draft.maxPerOrder()).isEqualTo(10);
    assertThat(draft.maxPerAccount()).isNull();
  }

  @Test
  void namesEveryFieldAtOnce() {
    UUID twice = UUID.randomUUID();
    TypeRequest type = new TypeRequest(twice, "Plein", 0L, null);
    EventRequest request =
        request(START, "Europe/Tours", START.minusSeconds(1), "euro", List.of(type, type));
    assertThatThrownBy(() -> Draft.of(request))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(Problem.FieldError::pointer)
                    .containsExactlyInAnyOrder(
                        "/endsAt", "/timezone", "/currency", "/salesEndAt", "/ticketTypes/1/id"));
  }

  private static EventRequest request(
      Instant endsAt, String zone, Instant salesEnd, String currency, List<TypeRequest> types) {
    return new EventRequest(
        " Récital ",
        null,
        null,
        START,
        endsAt,
        zone,
        salesEnd == null ? null : START,
        salesEnd,
        10,
        currency,
        null,
        null,
        types,
        null);
  }
}
