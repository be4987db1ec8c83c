package org.billetterie.webd.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.ProblemType;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.Quota;
import org.billetterie.webd.event.TicketType;
import org.billetterie.webd.sale.Decision.Placed;
import org.billetterie.webd.sale.Decision.Refused;
import org.billetterie.webd.sale.Decision.Verdict;
import org.billetterie.webd.sale.Placing.Holder;
import org.billetterie.webd.support.World;
import org.junit.jupiter.api.Test;

/// The rule of a sale without database or clock.
class DecisionTest {
  private static final UUID EVENT = Ids.next();
  private static final UUID FULL = Ids.next();
  private static final UUID CHILD = Ids.next();
  private static final Instant NOW = World.NOW;

  private final Show show = new Show();
  private final List<Placing> placings = new ArrayList<>();

  /// An event as a test wants it.
  private static final class Show {
    private Instant opens;
    private Instant closes;
    private Instant ends = NOW.plusSeconds(3_600);
    private boolean organizerDeleted;
    private int perOrder = 10;
    private Integer perAccount;
    private EventStatus status = EventStatus.PUBLISHED;
    private Quota quota = new Quota(10, 0, 0);
    private Quota child = new Quota(null, 0, 0);
    private long price;
    private boolean payable = true;
    private int seatsBefore;
    private int holdsBefore;

    private Event event() {
      return new Event(
          EVENT,
          Ids.next(),
          "Théâtre",
          organizerDeleted,
          "Récital",
          "",
          "",
          NOW,
          ends,
          "Europe/Paris",
          opens,
          closes,
          "EUR",
          perOrder,
          perAccount,
          status,
          null,
          1,
          quota,
          List.of(
              new TicketType(FULL, "Plein", price, new Quota(null, 0, 0)),
              new TicketType(CHILD, "Enfant", price, child)));
    }
  }

  @Test
  void firstComeFirstServed() {
    show.quota = new Quota(5, 1, 1);
    buy(FULL, 2);
    buy(FULL, 2);
    buy(FULL, 1);
    List<Verdict> verdicts = decide();
    assertThat(verdicts.get(0)).isInstanceOf(Placed.class);
    assertRefused(verdicts.get(1), WebdProblem.SOLD_OUT, Map.of("available", 1));
    assertThat(verdicts.get(2)).isInstanceOf(Placed.class);
  }

  @Test
  void allOrNothing() {
    show.child = new Quota(2, 0, 1);
    placings.add(placing(Ids.next(), "k", Map.of(FULL, 3, CHILD, 2)));
    buy(FULL, 10);
    List<Verdict> verdicts = decide();
    assertRefused(verdicts.get(0), WebdProblem.SOLD_OUT, Map.of("available", 1));
    assertThat(verdicts.get(1)).isInstanceOf(Placed.class);
  }

  @Test
  void aTypesLimitAndTheEventsLimitBothCount() {
    show.quota = new Quota(3, 0, 0);
    show.child = new Quota(5, 0, 0);
    buy(FULL, 2);
    buy(CHILD, 2);
    buy(CHILD, 1);
    List<Verdict> verdicts = decide();
    assertRefused(verdicts.get(1), WebdProblem.SOLD_OUT, Map.of("available", 1));
    assertThat(verdicts.get(2)).isInstanceOf(Placed.class);
  }

  @Test
  void neverMoreThanThereIs() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      placings.clear();
      show.quota = new Quota(random.nextInt(40), 0, 0);
      show.child = new Quota(random.nextInt(10), 0, 0);
      for (int i = 0; i < 30; i++) {
        buy(random.nextBoolean() ? FULL : CHILD, 1 + random.nextInt(4));
      }
      List<Verdict> verdicts = decide();
      assertThat(seats(verdicts, null)).isLessThanOrEqualTo(show.quota.capacity());
      assertThat(seats(verdicts, CHILD)).isLessThanOrEqualTo(show.child.capacity());
      for (int i = 0; i < verdicts.size(); i++) {
        if (verdicts.get(i) instanceof Refused) {
          assertThat(placings.get(i).seatCount())
              .as("seed %d round %d: refused although there was room", seed, round)
              .isGreaterThan(roomAt(verdicts.subList(0, i), placings.get(i)));
        }
      }
    }
  }

  @Test
  void limitsPerOrder() {
    show.perOrder = 3;
    buy(FULL, 3);
    buy(FULL, 4);
    assertRefused(decide().get(1), WebdProblem.LIMIT_EXCEEDED, Map.of("limit", 3));
  }

  @Test
  void limitsPerAccountCountWhatItHadAndWhatThisBatchGave() {
    show.perAccount = 4;
    show.seatsBefore = 1;
    UUID buyer = Ids.next();
    placings.add(placing(buyer, "a", Map.of(FULL, 2)));
    placings.add(placing(buyer, "b", Map.of(FULL, 2)));
    placings.add(placing(buyer, "c", Map.of(FULL, 1)));
    List<Verdict> verdicts = decide();
    assertThat(verdicts.get(0)).isInstanceOf(Placed.class);
    assertRefused(verdicts.get(1), WebdProblem.LIMIT_EXCEEDED, Map.of("limit", 4));
    assertThat(verdicts.get(2)).isInstanceOf(Placed.class);
  }

  @Test
  void limitsPerAccountAreEachAccountsOwn() {
    show.perAccount = 2;
    buy(FULL, 2);
    buy(FULL, 2);
    assertThat(decide()).allMatch(Placed.class::isInstance);
  }

  @Test
  void anAccountHoldsThreeUnpaidOrdersAtMost() {
    show.price = 1_000;
    show.holdsBefore = 2;
    UUID buyer = Ids.next();
    placings.add(placing(buyer, "a", Map.of(FULL, 1)));
    placings.add(placing(buyer, "b", Map.of(FULL, 1)));
    List<Verdict> verdicts = decide();
    assertThat(verdicts.get(0)).isInstanceOf(Placed.class);
    assertRefused(verdicts.get(1), WebdProblem.TOO_MANY_HOLDS, Map.of("limit", 3));
    show.price = 0;
    assertThat(decide()).allMatch(Placed.class::isInstance);
  }

  @Test
  void whatIsFreeIsSoldAndWhatCostsIsHeld() {
    buy(FULL, 2);
    assertThat(((Placed) decide().getFirst()).free()).isTrue();
    show.price = 1_250;
    Placed held = (Placed) decide().getFirst();
    assertThat(held.free()).isFalse();
    assertThat(held.totalMinor()).isEqualTo(2_500);
    show.payable = false;
    assertRefused(decide().getFirst(), WebdProblem.PAYMENT_NOT_CONFIGURED, Map.of());
    show.price = 0;
    assertThat(decide().getFirst()).isInstanceOf(Placed.class);
  }

  @Test
  void theSaleWindowIsKept() {
    buy(FULL, 1);
    show.opens = NOW.plusMillis(1);
    assertRefused(
        decide().getFirst(), WebdProblem.SALE_NOT_OPEN, Map.of("opensAt", NOW.plusMillis(1)));
    show.opens = NOW;
    assertThat(decide().getFirst()).isInstanceOf(Placed.class);
    show.closes = NOW;
    assertRefused(decide().getFirst(), WebdProblem.SALE_ENDED, Map.of());
    show.closes = NOW.plusMillis(1);
    assertThat(decide().getFirst()).isInstanceOf(Placed.class);
    show.ends = NOW;
    assertRefused(decide().getFirst(), WebdProblem.EVENT_OVER, Map.of());
  }

  @Test
  void nothingIsSoldOfWhatIsNotOnSale() {
    buy(FULL, 1);
    show.organizerDeleted = true;
    assertRefused(decide().getFirst(), WebdProblem.SALE_ENDED, Map.of());
    show.status = EventStatus.CANCELED;
    assertRefused(decide().getFirst(), WebdProblem.EVENT_CANCELED, Map.of());
    show.status = EventStatus.DRAFT;
    assertRefused(decide().getFirst(), CommonProblem.NOT_FOUND, Map.of());
    placings.clear();
    buy(Ids.next(), 1);
    show.status = EventStatus.PUBLISHED;
    show.organizerDeleted = false;
    assertRefused(decide().getFirst(), CommonProblem.INVALID_FIELDS, Map.of());
  }

  @Test
  void anEventThatIsNotThereIsNotFound() {
    buy(FULL, 1);
    Snapshot empty = new Snapshot(Map.of(), Map.of(), Map.of(), Map.of());
    Verdict verdict = Decision.decide(empty, new Terms(NOW, true), placings).getFirst();
    assertRefused(verdict, CommonProblem.NOT_FOUND, Map.of());
  }

  @Test
  void aRepeatedKeyIsAnsweredAgainAndTakesNothing() {
    show.quota = new Quota(2, 0, 0);
    UUID buyer = Ids.next();
    placings.add(placing(buyer, "same", Map.of(FULL, 1)));
    placings.add(placing(buyer, "same", Map.of(FULL, 1)));
    placings.add(placing(buyer, "same", Map.of(FULL, 2)));
    placings.add(placing(Ids.next(), "same", Map.of(FULL, 1)));
    List<Verdict> verdicts = decide();
    assertThat(verdicts.get(1)).isEqualTo(new Decision.SameAs((Placed) verdicts.get(0)));
    assertRefused(verdicts.get(2), WebdProblem.IDEMPOTENCY_MISMATCH, Map.of());
    assertThat(verdicts.get(3)).isInstanceOf(Placed.class);
  }

  @Test
  void aKeyThatWasAnsweredBeforeIsAnsweredAlsoWhenNothingIsLeft() {
    show.quota = new Quota(1, 0, 1);
    Placing placing = placing(Ids.next(), "k", Map.of(FULL, 1));
    Idempotency.Answer answer = new Idempotency.Answer(201, "/api/orders/1", "{}");
    Idempotency.Kept kept = new Idempotency.Kept(placing.request().payloadHash(), answer);
    Snapshot snapshot =
        new Snapshot(
            Map.of(EVENT, show.event()), Map.of(placing.request().id(), kept), Map.of(), Map.of());
    Placing other = placing(placing.request().accountId(), "k", Map.of(FULL, 2));
    List<Verdict> verdicts =
        Decision.decide(snapshot, new Terms(NOW, true), List.of(placing, other));
    assertThat(verdicts.getFirst()).isEqualTo(new Decision.Repeated(answer));
    assertRefused(verdicts.getLast(), WebdProblem.IDEMPOTENCY_MISMATCH, Map.of());
  }

  private void buy(UUID type, int seats) {
    placings.add(placing(Ids.next(), "k", Map.of(type, seats)));
  }

  private static Placing placing(UUID buyer, String key, Map<UUID, Integer> seats) {
    return new Placing(Idempotency.Request.of(EVENT, buyer, key, seats.toString()), seats);
  }

  private List<Verdict> decide() {
    Map<Holder, Integer> seats = new HashMap<>();
    Map<Holder, Integer> holds = new HashMap<>();
    placings.forEach(placing -> {
      seats.put(placing.holder(), show.seatsBefore);
      holds.put(placing.holder(), show.holdsBefore);
    });
    Snapshot snapshot = new Snapshot(Map.of(EVENT, show.event()), Map.of(), seats, holds);
    return Decision.decide(snapshot, new Terms(NOW, show.payable), placings);
  }

  private int seats(List<Verdict> verdicts, UUID type) {
    return verdicts.stream()
        .filter(Placed.class::isInstance)
        .map(verdict -> ((Placed) verdict).placing())
        .mapToInt(
            placing -> type == null ? placing.seatCount() : placing.seats().getOrDefault(type, 0))
        .sum();
  }

  private int roomAt(List<Verdict> before, Placing placing) {
    int ofEvent = show.quota.capacity() - seats(before, null);
    return placing.seats().containsKey(CHILD)
        ? Math.min(ofEvent, show.child.capacity() - seats(before, CHILD))
        : ofEvent;
  }

  private static void assertRefused(Verdict verdict, ProblemType type, Map<String, Object> extras) {
    assertThat(verdict).isInstanceOf(Refused.class);
    Problem problem = ((Refused) verdict).problem();
    assertThat(problem.type()).isEqualTo(type);
    assertThat(problem.extras()).containsAllEntriesOf(extras);
  }
}
