package org.billetterie.e2e.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.billetterie.e2e.client.Answer;

/// Compares what buyers were told with what the database holds (I1 to I5; I6 and I7 are asked by
/// the tests themselves):
///
/// - I1 never more taken than the capacity, by the counters and by the tickets
/// - I2 every ticket that was acknowledged exists, belongs to its buyer, admits, exactly once
/// - I3 no ticket and no order that nobody asked for, or that somebody was refused
/// - I4 the counters are what the tickets and the unpaid orders add up to
/// - I5 the same key got the same bytes
public final class HistoryCheck {
  private final History history;
  private final Sales sales;
  private final Set<String> events;
  private final List<String> findings = new ArrayList<>();

  private HistoryCheck(History history, Sales sales) {
    this.history = history;
    this.sales = sales;
    this.events = history.events();
  }

  /// @throws AssertionError with everything that does not fit
  public static void assertHolds(History history, Sales sales) {
    List<String> findings = findings(history, sales);
    if (!findings.isEmpty()) {
      throw new AssertionError(
          findings.size()
              + " findings ("
              + history
              + "):\n"
              + String.join("\n", findings.subList(0, Math.min(20, findings.size()))));
    }
  }

  static List<String> findings(History history, Sales sales) {
    HistoryCheck check = new HistoryCheck(history, sales);
    check.neverAboveCapacity();
    check.acknowledgedIsThere();
    check.nothingElseIsThere();
    check.countersAddUp();
    check.sameKeySameBytes();
    return check.findings;
  }

  private void neverAboveCapacity() {
    for (Sales.Quota quota : sales.quotas()) {
      if (events.contains(quota.eventId())
          && quota.capacity() != null
          && quota.held() + quota.sold() > quota.capacity()) {
        findings.add("I1 " + quota);
      }
    }
    for (String event : events) {
      int oversold = sales.oversold(List.of(event));
      if (oversold > 0) {
        findings.add("I1 event " + event + ": " + oversold + " tickets and holds too many");
      }
    }
  }

  private void acknowledgedIsThere() {
    Map<String, String> ownerOfTicket = new HashMap<>();
    for (History.Entry entry : history.entries()) {
      if (entry.outcome() instanceof Outcome.Ok ok) {
        orderIsThere(entry.attempt(), ok);
        for (String id : ok.ticketIds()) {
          ticketIsThere(entry.attempt(), id);
          String other = ownerOfTicket.put(id, entry.attempt().key());
          if (other != null && !other.equals(entry.attempt().key())) {
            findings.add("I2 ticket " + id + " was given to two keys");
          }
        }
      }
    }
  }

  private void orderIsThere(History.Attempt attempt, Outcome.Ok ok) {
    Sales.Order order = sales.orders().get(ok.orderId());
    int seats = attempt.seats().values().stream().mapToInt(Integer::intValue).sum();
    if (order == null) {
      findings.add("I2 acknowledged order " + ok.orderId() + " is lost");
    } else if (!order.accountId().equals(attempt.buyer().accountId()) || order.seats() != seats) {
      findings.add("I2 order is another's or of another size: " + order);
    }
  }

  private void ticketIsThere(History.Attempt attempt, String id) {
    Sales.Ticket ticket = sales.tickets().get(id);
    if (ticket == null) {
      findings.add("I2 acknowledged ticket " + id + " is lost");
      return;
    }
    Sales.Order order = sales.orders().get(ticket.orderId());
    boolean canceled = order != null && "CANCELED".equals(order.status());
    if (!ticket.accountId().equals(attempt.buyer().accountId())) {
      findings.add("I2 ticket is another's: " + ticket);
    } else if (ticket.admits() == canceled) {
      findings.add("I2 ticket and order disagree: " + ticket + ", " + order);
    }
  }

  private void nothingElseIsThere() {
    Set<String> possible = new HashSet<>();
    for (History.Entry entry : history.entries()) {
      if (!(entry.outcome() instanceof Outcome.Refused)) {
        possible.add(entry.attempt().buyer().accountId() + " " + entry.attempt().key());
      }
    }
    Set<String> known = new HashSet<>();
    for (Map.Entry<String, Sales.Kept> kept : sales.kept().entrySet()) {
      if (possible.contains(kept.getKey())) {
        known.add(new Answer(200, null, kept.getValue().body()).text("/id"));
      }
    }
    for (Sales.Order order : sales.orders().values()) {
      if (events.contains(order.eventId()) && !known.contains(order.id())) {
        findings.add("I3 nobody asked for, or was refused: " + order);
      }
    }
    for (Sales.Ticket ticket : sales.tickets().values()) {
      if (events.contains(ticket.eventId()) && !known.contains(ticket.orderId())) {
        findings.add("I3 nobody asked for: " + ticket);
      }
    }
  }

  private void countersAddUp() {
    for (Sales.Quota quota : sales.quotas()) {
      if (quota.ofEvent() && events.contains(quota.eventId())) {
        int sold = sales.admitting(quota.eventId());
        int held = sales.holding(quota.eventId());
        if (sold != quota.sold() || held != quota.held()) {
          findings.add("I4 " + quota + ", but tickets " + sold + " and unpaid seats " + held);
        }
      }
    }
  }

  private void sameKeySameBytes() {
    Map<String, String> bodies = new HashMap<>();
    for (History.Entry entry : history.entries()) {
      if (entry.outcome() instanceof Outcome.Ok ok) {
        String key = entry.attempt().buyer().accountId() + " " + entry.attempt().key();
        String first = bodies.putIfAbsent(key, ok.body());
        if (first != null && !Objects.equals(first, ok.body())) {
          findings.add("I5 two answers for one key: " + first + " / " + ok.body());
        }
      }
    }
  }
}
