package org.billetterie.webd.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.TicketType;
import org.billetterie.webd.sale.Placing.Holder;

/// The rule of a sale, in memory: first come, first served; each placing all or nothing; a refused
/// large one does not stand in the way of a smaller one behind it.
public final class Decision {
  /// What became of a placing.
  public sealed interface Verdict {}

  /// @param free nothing to pay: the seats are sold at once, else they are held
  public record Placed(Placing placing, Event event, long totalMinor, boolean free)
      implements Verdict {}

  /// The key came before: the same answer again.
  public record Repeated(Idempotency.Answer answer) implements Verdict {}

  /// The key came earlier in this very batch.
  public record SameAs(Placed first) implements Verdict {}

  public record Refused(Problem problem) implements Verdict {}

  private final Snapshot snapshot;
  private final Terms terms;
  private final Map<UUID, Integer> taken = new HashMap<>();
  private final Map<Holder, Integer> seats;
  private final Map<Holder, Integer> holds;
  private final Map<Idempotency.Key, Placed> placed = new HashMap<>();

  private Decision(Snapshot snapshot, Terms terms) {
    this.snapshot = snapshot;
    this.terms = terms;
    this.seats = new HashMap<>(snapshot.seats());
    this.holds = new HashMap<>(snapshot.holds());
  }

  /// @return one verdict a placing, in their order
  public static List<Verdict> decide(Snapshot snapshot, Terms terms, List<Placing> placings) {
    Decision decision = new Decision(snapshot, terms);
    List<Verdict> verdicts = new ArrayList<>(placings.size());
    placings.forEach(placing -> verdicts.add(decision.verdict(placing)));
    return verdicts;
  }

  private Verdict verdict(Placing placing) {
    try {
      Verdict before = answeredBefore(placing.request());
      return before == null ? place(placing) : before;
    } catch (Problem refused) {
      return new Refused(refused);
    }
  }

  private Verdict answeredBefore(Idempotency.Request request) {
    Idempotency.Kept kept = snapshot.answers().get(request.id());
    if (kept != null) {
      request.checkSame(kept.payloadHash());
      return new Repeated(kept.answer());
    }
    Placed first = placed.get(request.id());
    if (first != null) {
      request.checkSame(first.placing().request().payloadHash());
      return new SameAs(first);
    }
    return null;
  }

  private Placed place(Placing placing) {
    Event event = snapshot.events().get(placing.eventId());
    checkOnSale(event);
    long total = total(event, placing);
    boolean free = total == 0;
    checkLimits(event, placing, free);
    checkStock(event, placing);
    take(event, placing, free);
    Placed granted = new Placed(placing, event, total, free);
    placed.put(placing.request().id(), granted);
    return granted;
  }

  private void checkOnSale(Event event) {
    Instant now = terms.now();
    if (event == null || event.status() == EventStatus.DRAFT) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    if (event.status() == EventStatus.CANCELED) {
      throw Problem.of(WebdProblem.EVENT_CANCELED);
    }
    if (event.salesStartAt() != null && now.isBefore(event.salesStartAt())) {
      throw Problem.of(WebdProblem.SALE_NOT_OPEN).with("opensAt", event.salesStartAt());
    }
    if (!now.isBefore(event.endsAt())) {
      throw Problem.of(WebdProblem.EVENT_OVER);
    }
    if (!now.isBefore(event.saleEndsAt()) || event.organizerDeleted()) {
      throw Problem.of(WebdProblem.SALE_ENDED);
    }
  }

  private long total(Event event, Placing placing) {
    long total = 0;
    for (Map.Entry<UUID, Integer> wanted : placing.seats().entrySet()) {
      TicketType type =
          event.type(wanted.getKey()).orElseThrow(() -> Problem.field("/lines", "unknown-id"));
      total += wanted.getValue() * type.priceMinor();
    }
    if (total > 0 && !terms.payable()) {
      throw Problem.of(WebdProblem.PAYMENT_NOT_CONFIGURED);
    }
    return total;
  }

  private void checkLimits(Event event, Placing placing, boolean free) {
    int wanted = placing.seatCount();
    if (wanted > event.maxPerOrder()) {
      throw Problem.of(WebdProblem.LIMIT_EXCEEDED).with("limit", event.maxPerOrder());
    }
    int had = seats.getOrDefault(placing.holder(), 0);
    if (event.maxPerAccount() != null && had + wanted > event.maxPerAccount()) {
      throw Problem.of(WebdProblem.LIMIT_EXCEEDED).with("limit", event.maxPerAccount());
    }
    if (!free && holds.getOrDefault(placing.holder(), 0) >= Terms.HOLDS_MAX) {
      throw Problem.of(WebdProblem.TOO_MANY_HOLDS).with("limit", Terms.HOLDS_MAX);
    }
  }

  private void checkStock(Event event, Placing placing) {
    checkRow(event.id(), event.left(), placing.seatCount());
    placing.seats().forEach((typeId, wanted) -> checkRow(typeId, event.ownLeftOf(typeId), wanted));
  }

  private void checkRow(UUID quotaId, int leftBefore, int wanted) {
    int left = leftBefore - taken.getOrDefault(quotaId, 0);
    if (wanted > left) {
      throw Problem.of(WebdProblem.SOLD_OUT).with("available", Math.max(0, left));
    }
  }

  private void take(Event event, Placing placing, boolean free) {
    taken.merge(event.id(), placing.seatCount(), Integer::sum);
    placing.seats().forEach((typeId, wanted) -> taken.merge(typeId, wanted, Integer::sum));
    seats.merge(placing.holder(), placing.seatCount(), Integer::sum);
    if (!free) {
      holds.merge(placing.holder(), 1, Integer::sum);
    }
  }
}
