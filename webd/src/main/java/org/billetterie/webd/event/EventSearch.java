package org.billetterie.webd.event;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// What a list of events is asked for; null leaves a bound open.
///
/// @param organizerId only the events of this organizer
/// @param pattern LIKE pattern over the folded title and venue
/// @param phrase the same for the index of three letters; null for fewer
public record EventSearch(
    UUID organizerId,
    boolean withDrafts,
    Instant from,
    Instant to,
    Instant endsAfter,
    String pattern,
    String phrase,
    Instant afterStart,
    UUID afterId,
    int limit) {
  private static final int QUERY_MAX = 100;

  /// The public list: without `from`, what has not ended yet.
  ///
  /// @throws Problem 400 for a cursor that is not ours, 422 for bounds out of range
  static EventSearch of(
      UUID organizerId,
      String query,
      Instant from,
      Instant to,
      Instant now,
      String cursor,
      Integer limit) {
    boolean past = from == null && to == null && organizerId == null;
    return new EventSearch(
            organizerId,
            organizerId != null,
            from,
            to,
            past ? now : null,
            text(query, SearchText::pattern),
            text(query, SearchText::phrase),
            null,
            null,
            Page.limit(limit))
        .after(Page.place(cursor));
  }

  public int rows() {
    return limit + 1;
  }

  static String cursor(Event event) {
    return event.startsAt().toEpochMilli() + " " + event.id();
  }

  private EventSearch after(String place) {
    if (place == null) {
      return this;
    }
    try {
      String[] parts = place.split(" ", 2);
      return new EventSearch(
          organizerId,
          withDrafts,
          from,
          to,
          endsAfter,
          pattern,
          phrase,
          Instant.ofEpochMilli(Long.parseLong(parts[0])),
          UUID.fromString(parts[1]),
          limit);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      throw Problem.of(CommonProblem.MALFORMED);
    }
  }

  private static String text(String query, UnaryOperator<String> form) {
    if (query == null || query.isBlank()) {
      return null;
    }
    if (query.length() > QUERY_MAX) {
      throw Problem.field("/q", "query-length");
    }
    return form.apply(query);
  }
}
