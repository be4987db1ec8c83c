package org.billetterie.e2e.history;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;

/// What all buyers of a test asked for and were told, for [HistoryCheck] to compare with what the
/// database holds in the end.
public final class History {
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  /// One wish; repeating it is the same attempt.
  public record Attempt(Buyer buyer, String eventId, Map<String, Integer> seats, String key) {
    public static Attempt of(Buyer buyer, String eventId, String typeId, int seats) {
      return new Attempt(buyer, eventId, Map.of(typeId, seats), Buyer.newKey());
    }
  }

  /// @param askedAt and
  /// @param answeredAt by [System#nanoTime()]
  public record Entry(Attempt attempt, Outcome outcome, long askedAt, long answeredAt) {}

  /// Asks, waits and writes down.
  public Outcome order(Attempt attempt) {
    return write(
        attempt, () -> attempt.buyer().order(attempt.eventId(), attempt.seats(), attempt.key()));
  }

  /// Places an order for one type.
  public Outcome order(Buyer buyer, String eventId, String typeId, int seats) {
    return order(Attempt.of(buyer, eventId, typeId, seats));
  }

  /// Writes down what another way of asking brought.
  public Outcome write(Attempt attempt, Supplier<Answer> ask) {
    long askedAt = System.nanoTime();
    inFlight.incrementAndGet();
    Outcome outcome;
    try {
      outcome = Outcome.of(ask.get());
    } catch (UncheckedIOException lost) {
      outcome = new Outcome.Unknown(String.valueOf(lost.getCause()));
    } finally {
      inFlight.decrementAndGet();
    }
    entries.add(new Entry(attempt, outcome, askedAt, System.nanoTime()));
    return outcome;
  }

  /// Asked and not yet answered.
  public int inFlight() {
    return inFlight.get();
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// Adds what another history holds.
  public void addAll(History other) {
    entries.addAll(other.entries);
  }

  public <T extends Outcome> List<T> outcomes(Class<T> kind) {
    return entries.stream().map(Entry::outcome).filter(kind::isInstance).map(kind::cast).toList();
  }

  public long refused(String problem) {
    return outcomes(Outcome.Refused.class).stream()
        .filter(each -> each.problem().equals(problem))
        .count();
  }

  /// Attempts of which nothing is known yet.
  public List<Attempt> unknown() {
    Set<String> known = new TreeSet<>();
    entries.stream()
        .filter(entry -> !(entry.outcome() instanceof Outcome.Unknown))
        .forEach(entry -> known.add(entry.attempt().key()));
    return entries.stream()
        .map(Entry::attempt)
        .filter(attempt -> !known.contains(attempt.key()))
        .distinct()
        .toList();
  }

  public Set<String> events() {
    Set<String> ids = new TreeSet<>();
    entries.forEach(entry -> ids.add(entry.attempt().eventId()));
    return ids;
  }

  @Override
  public String toString() {
    return "acknowledged "
        + outcomes(Outcome.Ok.class).size()
        + ", refused "
        + outcomes(Outcome.Refused.class).size()
        + ", unknown "
        + outcomes(Outcome.Unknown.class).size();
  }
}
