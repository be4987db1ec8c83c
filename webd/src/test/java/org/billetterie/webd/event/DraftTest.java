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

  /// From winter to summer: 20 h 30 to 23 h 30, sold until noon of the day before, by the wall's
  /// clock.
  @Test
  void aCopyKeepsItsHoursOverAChangeOfClocks() {
    Event winter = event(START, Instant.parse("2027-01-09T11:00:00Z"));

    Draft summer = Draft.copyOf(winter, Instant.parse("2027-06-05T18:30:00Z"), EventStatus.DRAFT);
    assertThat(summer.endsAt()).isEqualTo(Instant.parse("2027-06-05T21:30:00Z"));
    assertThat(summer.salesEndAt()).isEqualTo(Instant.parse("2027-06-04T10:00:00Z"));
    assertThat(summer.salesStartAt()).isEqualTo(winter.salesStartAt());
    assertThat(summer.types()).extracting(TypeRequest::id).containsOnlyNulls();
  }

  @Test
  void aCopyWhoseSaleWouldOpenTooLateIsOnSaleAtOnce() {
    Event later = event(START, null);
    Draft before = Draft.copyOf(later, Instant.parse("2026-11-01T19:30:00Z"), EventStatus.DRAFT);
    assertThat(before.salesStartAt()).isNull();
  }

  /// 02:10 of the second time round, 20 minutes long.
  @Test
  void aCopyNeverEndsBeforeItBegins() {
    Event brief = event(START, null, START.plusSeconds(1_200));
    Instant secondTime = Instant.parse("2027-10-31T01:10:00Z");
    assertThat(Draft.copyOf(brief, secondTime, EventStatus.DRAFT).endsAt())
        .isEqualTo(secondTime.plusSeconds(1_200));
  }

  private static Event event(Instant startsAt, Instant salesEndAt) {
    return event(startsAt, salesEndAt, startsAt.plusSeconds(3 * 3_600));
  }

  private static Event event(Instant startsAt, Instant salesEndAt, Instant endsAt) {
    UUID id = UUID.randomUUID();
    return new Event(
        id,
        id,
        "Théâtre",
        false,
        "Récital",
        "",
        "",
        startsAt,
        endsAt,
        "Europe/Paris",
        Instant.parse("2026-12-01T09:00:00Z"),
        salesEndAt,
        "EUR",
        10,
        null,
        EventStatus.PUBLISHED,
        null,
        3,
        new Quota(80, 0, 12),
        List.of(new TicketType(id, "Plein", 1_250, new Quota(null, 0, 12))));
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
        null,
        null);
  }
}
