package org.billetterie.webd.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Reads of the tables event, ticket_type and quota.
public final class EventStore {
  private static final String EVENT =
      """
      SELECT e.id, e.organizer_id, a.name AS organizer_name, a.deleted_at AS organizer_deleted_at,
             e.title, e.description, e.venue, e.starts_at, e.ends_at, e.timezone,
             e.sales_start_at, e.sales_end_at, e.currency, e.max_per_order, e.max_per_account,
             e.status, e.cover_id, e.version, q.capacity, q.held, q.sold
      FROM event e
      JOIN quota q ON q.event_id = e.id AND q.quota_id = e.id
      LEFT JOIN account a ON a.id = e.organizer_id
      """;
  private static final String TYPES =
      """
      SELECT t.event_id, t.id, t.name, t.price_minor, q.capacity, q.held, q.sold
      FROM ticket_type t
      JOIN quota q ON q.event_id = t.event_id AND q.quota_id = t.id
      WHERE t.event_id IN (<events>)
      ORDER BY t.event_id, t.position
      """;

  private EventStore() {}

  public static Optional<Event> find(Handle handle, UUID id) {
    return Optional.ofNullable(findAll(handle, Set.of(id)).get(id));
  }

  /// These events with their types, in two statements.
  public static Map<UUID, Event> findAll(Handle handle, Set<UUID> ids) {
    Map<UUID, List<TicketType>> types = new HashMap<>();
    handle
        .createQuery(TYPES)
        .bindList("events", List.copyOf(ids))
        .map((row, context) ->
            types.computeIfAbsent(uuid(row, "event_id"), event -> new ArrayList<>()).add(type(row)))
        .list();
    Map<UUID, Event> events = new HashMap<>();
    handle
        .createQuery(EVENT + "WHERE e.id IN (<events>)")
        .bindList("events", List.copyOf(ids))
        .map((row, context) -> event(row, types.getOrDefault(uuid(row, "id"), List.of())))
        .forEach(event -> events.put(event.id(), event));
    return events;
  }

  /// When the last open hold of each event ends, of those that have one.
  static Map<UUID, Instant> heldUntil(Handle handle, Set<UUID> ids) {
    Map<UUID, Instant> ends = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery(
              """
              SELECT e.id, (SELECT MAX(o.expires_at) FROM orders o
                            WHERE o.event_id = e.id AND o.status = 'PENDING') AS held_until
              FROM event e WHERE e.id IN (<events>)
              """)
          .bindList("events", List.copyOf(ids))
          .map((row, context) -> ends.put(uuid(row, "id"), instant(row, "held_until")))
          .list();
      ends.values().removeIf(Objects::isNull);
    }
    return ends;
  }

  private static TicketType type(ResultSet row) throws SQLException {
    return new TicketType(
        uuid(row, "id"), row.getString("name"), row.getLong("price_minor"), quota(row));
  }

  private static Event event(ResultSet row, List<TicketType> types) throws SQLException {
    return new Event(
        uuid(row, "id"),
        uuid(row, "organizer_id"),
        row.getString("organizer_name"),
        row.getObject("organizer_deleted_at") != null,
        row.getString("title"),
        row.getString("description"),
        row.getString("venue"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("timezone"),
        instant(row, "sales_start_at"),
        instant(row, "sales_end_at"),
        row.getString("currency"),
        row.getInt("max_per_order"),
        integer(row, "max_per_account"),
        EventStatus.valueOf(row.getString("status")),
        row.getString("cover_id"),
        row.getInt("version"),
        quota(row),
        types);
  }

  private static Quota quota(ResultSet row) throws SQLException {
    return new Quota(integer(row, "capacity"), row.getInt("held"), row.getInt("sold"));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return UUID.fromString(row.getString(column));
  }

  private static Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
