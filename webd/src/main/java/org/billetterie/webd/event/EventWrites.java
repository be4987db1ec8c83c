package org.billetterie.webd.event;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.image.ImageStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Writes of the tables event, ticket_type and the capacity of quota; run at the sale desk.
final class EventWrites {
  private EventWrites() {}

  /// @throws Problem 422 for a cover that is not there
  static void insert(Handle handle, UUID id, UUID organizerId, Draft draft, Instant now) {
    checkCover(handle, draft);
    bind(
            handle.createUpdate(
                """
                INSERT INTO event
                  (id, organizer_id, title, description, venue, search_text, starts_at, ends_at,
                   timezone, sales_start_at, sales_end_at, currency, max_per_order,
                   max_per_account, status, cover_id, version, created_at)
                VALUES
                  (:id, :organizer, :title, :description, :venue, :searchText, :startsAt, :endsAt,
                   :timezone, :salesStartAt, :salesEndAt, :currency, :maxPerOrder,
                   :maxPerAccount, :status, :coverId, 1, :now)
                """),
            draft)
        .bind("id", id)
        .bind("organizer", organizerId)
        .bind("status", (draft.status() == null ? EventStatus.DRAFT : draft.status()).name())
        .bind("now", now)
        .execute();
    insertQuota(handle, id, id, draft.capacity());
    writeTypes(handle, id, List.of(), draft.types());
  }

  /// @throws Problem 409 `capacity-below-taken` or `in-use`; 422 for a cover that is not there
  static void update(Handle handle, Event event, Draft draft, EventStatus status) {
    checkCover(handle, draft);
    bind(
            handle.createUpdate(
                """
                UPDATE event SET
                  title = :title, description = :description, venue = :venue,
                  search_text = :searchText, starts_at = :startsAt, ends_at = :endsAt,
                  timezone = :timezone, sales_start_at = :salesStartAt,
                  sales_end_at = :salesEndAt, currency = :currency, max_per_order = :maxPerOrder,
                  max_per_account = :maxPerAccount, status = :status, cover_id = :coverId,
                  version = version + 1
                WHERE id = :id
                """),
            draft)
        .bind("id", event.id())
        .bind("status", status.name())
        .execute();
    setCapacity(handle, event.id(), event.id(), draft.capacity(), "/capacity");
    removeTypes(handle, event, draft);
    writeTypes(handle, event.id(), event.types(), draft.types());
  }

  static void setStatus(Handle handle, UUID eventId, EventStatus status) {
    handle
        .createUpdate("UPDATE event SET status = :status, version = version + 1 WHERE id = :id")
        .bind("status", status.name())
        .bind("id", eventId)
        .execute();
  }

  static boolean hasOrders(Handle handle, UUID eventId) {
    return handle
        .createQuery("SELECT 1 FROM orders WHERE event_id = :event LIMIT 1")
        .bind("event", eventId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  static void delete(Handle handle, UUID eventId) {
    for (String table : List.of("idempotency", "account_seats", "quota", "ticket_type")) {
      handle
          .createUpdate("DELETE FROM <table> WHERE event_id = :event")
          .define("table", table)
          .bind("event", eventId)
          .execute();
    }
    handle.createUpdate("DELETE FROM event WHERE id = :event").bind("event", eventId).execute();
  }

  private static void checkCover(Handle handle, Draft draft) {
    if (draft.coverId() != null && !ImageStore.exists(handle, draft.coverId())) {
      throw Problem.field("/cover", "unknown-id");
    }
  }

  private static Update bind(Update update, Draft draft) {
    return update
        .bind("title", draft.title())
        .bind("description", draft.description())
        .bind("venue", draft.venue())
        .bind("searchText", SearchText.fold(draft.title() + " " + draft.venue()))
        .bind("startsAt", draft.startsAt())
        .bind("endsAt", draft.endsAt())
        .bind("timezone", draft.timezone())
        .bind("salesStartAt", draft.salesStartAt())
        .bind("salesEndAt", draft.salesEndAt())
        .bind("currency", draft.currency())
        .bind("maxPerOrder", draft.maxPerOrder())
        .bind("maxPerAccount", draft.maxPerAccount())
        .bind("coverId", draft.coverId());
  }

  private static void writeTypes(
      Handle handle,
      UUID eventId,
      List<TicketType> existing,
      List<EventRequest.TypeRequest> types) {
    Set<UUID> known = new HashSet<>();
    existing.forEach(type -> known.add(type.id()));
    for (int position = 0; position < types.size(); position++) {
      EventRequest.TypeRequest type = types.get(position);
      if (type.id() == null) {
        insertType(handle, eventId, position, type);
      } else if (known.contains(type.id())) {
        updateType(handle, eventId, position, type);
      } else {
        throw Problem.field("/ticketTypes/" + position + "/id", "unknown-id");
      }
    }
  }

  private static void insertType(
      Handle handle, UUID eventId, int position, EventRequest.TypeRequest type) {
    UUID id = Ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO ticket_type (event_id, id, position, name, price_minor)
            VALUES (:event, :id, :position, :name, :price)
            """)
        .bind("event", eventId)
        .bind("id", id)
        .bind("position", position)
        .bind("name", type.name().strip())
        .bind("price", type.priceMinor())
        .execute();
    insertQuota(handle, eventId, id, type.capacity());
  }

  private static void updateType(
      Handle handle, UUID eventId, int position, EventRequest.TypeRequest type) {
    handle
        .createUpdate(
            """
            UPDATE ticket_type SET position = :position, name = :name, price_minor = :price
            WHERE event_id = :event AND id = :id
            """)
        .bind("event", eventId)
        .bind("id", type.id())
        .bind("position", position)
        .bind("name", type.name().strip())
        .bind("price", type.priceMinor())
        .execute();
    String pointer = "/ticketTypes/" + position + "/capacity";
    setCapacity(handle, eventId, type.id(), type.capacity(), pointer);
  }

  private static void removeTypes(Handle handle, Event event, Draft draft) {
    Set<UUID> kept = new HashSet<>();
    draft.types().forEach(type -> kept.add(type.id()));
    for (TicketType type : event.types()) {
      if (!kept.contains(type.id())) {
        removeType(handle, event.id(), type.id());
      }
    }
  }

  private static void removeType(Handle handle, UUID eventId, UUID typeId) {
    boolean named =
        handle
            .createQuery(
                """
                SELECT 1 FROM order_line WHERE event_id = :event AND ticket_type_id = :type LIMIT 1
                """)
            .bind("event", eventId)
            .bind("type", typeId)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (named) {
      throw Problem.of(WebdProblem.IN_USE).with("ticketTypeId", typeId);
    }
    handle.execute("DELETE FROM quota WHERE event_id = ? AND quota_id = ?", eventId, typeId);
    handle.execute("DELETE FROM ticket_type WHERE event_id = ? AND id = ?", eventId, typeId);
  }

  private static void insertQuota(Handle handle, UUID eventId, UUID quotaId, Integer capacity) {
    handle
        .createUpdate(
            """
            INSERT INTO quota (event_id, quota_id, capacity, held, sold)
            VALUES (:event, :quota, :capacity, 0, 0)
            """)
        .bind("event", eventId)
        .bind("quota", quotaId)
        .bind("capacity", capacity)
        .execute();
  }

  private static void setCapacity(
      Handle handle, UUID eventId, UUID quotaId, Integer capacity, String pointer) {
    int rows =
        handle
            .createUpdate(
                """
                UPDATE quota SET capacity = :capacity
                WHERE event_id = :event AND quota_id = :quota
                  AND (:capacity IS NULL OR held + sold <= :capacity)
                """)
            .bind("event", eventId)
            .bind("quota", quotaId)
            .bind("capacity", capacity)
            .execute();
    if (rows != 1) {
      int taken =
          handle
              .createQuery(
                  "SELECT held + sold FROM quota WHERE event_id = :event AND quota_id = :quota")
              .bind("event", eventId)
              .bind("quota", quotaId)
              .mapTo(Integer.class)
              .one();
      throw Problem.of(WebdProblem.CAPACITY_BELOW_TAKEN)
          .with("taken", taken)
          .with("pointer", pointer);
    }
  }
}
