package org.billetterie.webd.support;

import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.jdbi.v3.core.Handle;

/// Rows for tests of stores and rules: one event with one or two ticket types.
public final class World {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private World() {}

  /// A published event of that capacity.
  public static UUID event(Handle handle, int capacity) {
    UUID id = Ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO event (id, organizer_id, title, description, venue, search_text, starts_at,
              ends_at, timezone, currency, max_per_order, status, version, created_at)
            VALUES (:id, :id, 'Récital', '', 'Tours', 'recital tours', :start, :end,
              'Europe/Paris', 'EUR', 10, 'PUBLISHED', 1, 0)
            """)
        .bind("id", id)
        .bind("start", NOW.plusSeconds(86_400))
        .bind("end", NOW.plusSeconds(100_000))
        .execute();
    quota(handle, id, id, capacity);
    return id;
  }

  /// A ticket type with a limit of its own, or none.
  public static UUID type(Handle handle, UUID event, long priceMinor, Integer capacity) {
    UUID id = Ids.next();
    handle.execute(
        "INSERT INTO ticket_type (event_id, id, position, name, price_minor) VALUES (?, ?, 0, ?, ?)",
        event,
        id,
        "Plein tarif",
        priceMinor);
    quota(handle, event, id, capacity);
    return id;
  }

  /// `held/sold` of a quota row.
  public static String taken(Handle handle, UUID event, UUID quota) {
    return handle
        .createQuery(
            "SELECT held || '/' || sold FROM quota WHERE event_id = :event AND quota_id = :quota")
        .bind("event", event)
        .bind("quota", quota)
        .mapTo(String.class)
        .one();
  }

  private static void quota(Handle handle, UUID event, UUID quota, Integer capacity) {
    handle.execute(
        "INSERT INTO quota (event_id, quota_id, capacity, held, sold) VALUES (?, ?, ?, 0, 0)",
        event,
        quota,
        capacity);
  }
}
