package org.billetterie.webd.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Which events a list shows, whatever their number: every statement reads a stretch of an index.
final class EventListStore {
  /// A text that is found often is found among the first; only a rare one is looked up.
  private static final int LOOKED_AT_FIRST = 1_000;

  private static final String BY_START =
      "SELECT e.id FROM event e WHERE %s ORDER BY e.starts_at, e.id LIMIT :rows";

  private static final String AMONG_THE_FIRST =
      """
      SELECT f.id FROM
        (SELECT e.id, e.starts_at, e.search_text FROM event e WHERE %s
         ORDER BY e.starts_at, e.id LIMIT :lookedAt) f
      WHERE f.search_text LIKE :pattern ESCAPE '!' ORDER BY f.starts_at, f.id LIMIT :rows
      """;
  private static final String FOUND =
      """
      e.id IN (SELECT d.event_id FROM event_search s JOIN event_search_doc d ON d.doc = s.rowid
               WHERE s.search_text MATCH :phrase)
      """;

  /// One or two letters are in no index.
  private static final String LIKE = "e.search_text LIKE :pattern ESCAPE '!'";

  /// No event is longer than the longest, so none that began before goes on.
  private static final String NOT_ENDED =
      """
      e.ends_at > :endsAfter AND e.starts_at >
        :endsAfter - COALESCE((SELECT MAX(l.ends_at - l.starts_at) FROM event l), 0)
      """;

  private EventListStore() {}

  /// One page of events by start, one row further than `limit`.
  static List<Event> list(Handle handle, EventSearch search) {
    List<UUID> ids = ids(handle, search);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Event> events = EventStore.findAll(handle, Set.copyOf(ids));
    return ids.stream().map(events::get).toList();
  }

  private static List<UUID> ids(Handle handle, EventSearch search) {
    List<String> wanted = conditions(search);
    if (search.pattern() == null) {
      return query(handle, BY_START, wanted, search);
    }
    List<UUID> first = query(handle, AMONG_THE_FIRST, wanted, search);
    if (first.size() == search.rows()) {
      return first;
    }
    wanted.add(search.phrase() == null ? LIKE : FOUND);
    return query(handle, BY_START, wanted, search);
  }

  private static List<String> conditions(EventSearch search) {
    List<String> conditions = new ArrayList<>();
    if (search.organizerId() != null) {
      conditions.add("e.organizer_id = :organizerId");
    }
    if (!search.withDrafts()) {
      conditions.add("e.status IN ('PUBLISHED', 'CANCELED')");
    }
    if (search.from() != null) {
      conditions.add("e.starts_at >= :from");
    }
    if (search.to() != null) {
      conditions.add("e.starts_at < :to");
    }
    if (search.endsAfter() != null) {
      conditions.add(NOT_ENDED);
    }
    if (search.afterId() != null) {
      conditions.add("(e.starts_at, e.id) > (:afterStart, :afterId)");
    }
    return conditions;
  }

  private static List<UUID> query(
      Handle handle, String sql, List<String> conditions, EventSearch search) {
    String where = conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    return handle
        .createQuery(sql.formatted(where))
        .bindMethods(search)
        .bind("lookedAt", LOOKED_AT_FIRST)
        .mapTo(UUID.class)
        .list();
  }
}
