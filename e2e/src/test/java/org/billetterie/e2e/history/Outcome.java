package org.billetterie.e2e.history;

import java.util.ArrayList;
import java.util.List;
import org.billetterie.e2e.client.Answer;

/// What a buyer knows after asking for seats.
public sealed interface Outcome {
  /// Acknowledged: these tickets are the buyer's (none yet for an order that is to be paid).
  record Ok(String body, String orderId, List<String> ticketIds) implements Outcome {}

  /// Told that nothing happened. `available` is -1 where the answer does not say what is left.
  record Refused(int status, String problem, int available) implements Outcome {}

  /// No answer, or one that says that nobody knows: the same key tells later.
  record Unknown(String why) implements Outcome {}

  static Outcome of(Answer answer) {
    if (answer.status() == 201 || answer.status() == 200) {
      List<String> tickets = new ArrayList<>();
      answer.json().path("tickets").forEach(ticket -> tickets.add(ticket.path("id").asText()));
      return new Ok(answer.body(), answer.text("/id"), List.copyOf(tickets));
    }
    String problem = answer.problem();
    boolean nothingHappened =
        answer.status() < 500
            || List.of("unavailable", "overloaded", "storage-full").contains(problem);
    if (nothingHappened && !"in-flight".equals(problem)) {
      int available = problem.isEmpty() ? -1 : answer.json().path("available").asInt(-1);
      return new Refused(answer.status(), problem, available);
    }
    return new Unknown(answer.status() + " " + problem);
  }
}
