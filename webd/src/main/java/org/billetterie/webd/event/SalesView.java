package org.billetterie.webd.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What an event has sold. Money is that of PAID orders, in minor units.
///
/// @param byDay days of the event's own time zone
public record SalesView(
    int capacity,
    int sold,
    int held,
    int remaining,
    long revenueMinor,
    String currency,
    int orders,
    List<TypeSales> byType,
    List<DaySales> byDay) {
  private static final long HOUR_MILLIS = 3_600_000;

  public record TypeSales(
      UUID ticketTypeId, String name, long priceMinor, int sold, int held, long revenueMinor) {}

  public record DaySales(LocalDate day, int sold, long revenueMinor) {}

  static SalesView of(Handle handle, Event event) {
    Map<UUID, Long> revenue = revenueByType(handle, event.id());
    List<TypeSales> types =
        event.types().stream()
            .map(type ->
                new TypeSales(
                    type.id(),
                    type.name(),
                    type.priceMinor(),
                    type.quota().sold(),
                    type.quota().held(),
                    revenue.getOrDefault(type.id(), 0L)))
            .toList();
    return new SalesView(
        event.quota().capacity(),
        event.quota().sold(),
        event.quota().held(),
        event.quota().left().orElse(0),
        types.stream().mapToLong(TypeSales::revenueMinor).sum(),
        event.currency(),
        paidOrders(handle, event.id()),
        types,
        byDay(handle, event));
  }

  private static Map<UUID, Long> revenueByType(Handle handle, UUID eventId) {
    Map<UUID, Long> revenue = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT l.ticket_type_id, SUM(l.quantity * l.unit_price_minor) AS revenue
            FROM orders o
            JOIN order_line l ON l.event_id = o.event_id AND l.order_id = o.id
            WHERE o.event_id = :event AND o.status = 'PAID'
            GROUP BY l.ticket_type_id
            """)
        .bind("event", eventId)
        .map((row, context) ->
            revenue.put(UUID.fromString(row.getString("ticket_type_id")), row.getLong("revenue")))
        .list();
    return revenue;
  }

  private static int paidOrders(Handle handle, UUID eventId) {
    return handle
        .createQuery("SELECT COUNT(*) FROM orders WHERE event_id = :event AND status = 'PAID'")
        .bind("event", eventId)
        .mapTo(Integer.class)
        .one();
  }

  /// Summed by hour in the database, by day of the event's zone here: SQL has no time zones that
  /// both engines know.
  private static List<DaySales> byDay(Handle handle, Event event) {
    ZoneId zone = ZoneId.of(event.timezone());
    Map<LocalDate, DaySales> days = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT paid_at / :hour AS hour, SUM(seats) AS sold, SUM(total_minor) AS revenue
            FROM orders WHERE event_id = :event AND status = 'PAID'
            GROUP BY paid_at / :hour
            """)
        .bind("event", event.id())
        .bind("hour", HOUR_MILLIS)
        .map((row, context) -> {
          Instant hour = Instant.ofEpochMilli(row.getLong("hour") * HOUR_MILLIS);
          return new DaySales(
              LocalDate.ofInstant(hour, zone), row.getInt("sold"), row.getLong("revenue"));
        })
        .forEach(sales ->
            days.merge(
                sales.day(),
                sales,
                (a, b) ->
                    new DaySales(
                        a.day(), a.sold() + b.sold(), a.revenueMinor() + b.revenueMinor())));
    return new ArrayList<>(days.values());
  }
}
