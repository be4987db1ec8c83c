package org.billetterie.webd.sale;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;
import org.jdbi.v3.core.Handle;

/// The counters of an event and its ticket types. Every change is one conditional update a row: the
/// database refuses what does not fit, whatever the code before it believed.
public final class Stock {
  private static final String TAKE =
      """
      UPDATE quota SET held = held + :held, sold = sold + :sold
      WHERE event_id = :event AND quota_id = :quota
        AND (capacity IS NULL OR held + sold + :held + :sold <= capacity)
      """;
  private static final String MOVE =
      """
      UPDATE quota SET held = held + :held, sold = sold + :sold
      WHERE event_id = :event AND quota_id = :quota
      """;

  private Stock() {}

  /// Takes seats for one order from the event and from each of its types, all or nothing.
  ///
  /// @param seats how many of each ticket type
  /// @param sold true where they are sold at once, false where they are held
  /// @throws Problem `sold-out` with what is left; the desk undoes what was taken before it
  public static void take(Handle handle, UUID eventId, Map<UUID, Integer> seats, boolean sold) {
    int all = seats.values().stream().mapToInt(Integer::intValue).sum();
    takeRow(handle, eventId, eventId, all, sold);
    seats.forEach((typeId, quantity) -> takeRow(handle, eventId, typeId, quantity, sold));
  }

  /// Held seats become sold seats.
  public static void sell(Handle handle, UUID eventId, Map<UUID, Integer> seats) {
    move(handle, eventId, seats, -1, 1);
  }

  /// Held seats are free again.
  public static void releaseHeld(Handle handle, UUID eventId, Map<UUID, Integer> seats) {
    move(handle, eventId, seats, -1, 0);
  }

  /// Sold seats are free again.
  public static void releaseSold(Handle handle, UUID eventId, Map<UUID, Integer> seats) {
    move(handle, eventId, seats, 0, -1);
  }

  /// Seats that could still be taken of a type (or of the event, by its own id); empty without
  /// limit.
  public static Optional<Integer> left(Handle handle, UUID eventId, UUID quotaId) {
    return handle
        .createQuery(
            """
            SELECT MIN(capacity - held - sold) FROM quota
            WHERE event_id = :event AND quota_id IN (:event, :quota) AND capacity IS NOT NULL
            """)
        .bind("event", eventId)
        .bind("quota", quotaId)
        .mapTo(Integer.class)
        .findOne();
  }

  private static void takeRow(Handle handle, UUID eventId, UUID quotaId, int seats, boolean sold) {
    int rows =
        handle
            .createUpdate(TAKE)
            .bind("event", eventId)
            .bind("quota", quotaId)
            .bind("held", sold ? 0 : seats)
            .bind("sold", sold ? seats : 0)
            .execute();
    if (rows != 1) {
      int left = left(handle, eventId, quotaId).orElse(0);
      throw Problem.of(WebdProblem.SOLD_OUT).with("available", Math.max(0, left));
    }
  }

  private static void move(
      Handle handle, UUID eventId, Map<UUID, Integer> seats, int heldFactor, int soldFactor) {
    int all = seats.values().stream().mapToInt(Integer::intValue).sum();
    moveRow(handle, eventId, eventId, all * heldFactor, all * soldFactor);
    seats.forEach((typeId, quantity) ->
        moveRow(handle, eventId, typeId, quantity * heldFactor, quantity * soldFactor));
  }

  private static void moveRow(Handle handle, UUID eventId, UUID quotaId, int held, int sold) {
    int rows =
        handle
            .createUpdate(MOVE)
            .bind("event", eventId)
            .bind("quota", quotaId)
            .bind("held", held)
            .bind("sold", sold)
            .execute();
    if (rows != 1) {
      throw new IllegalStateException("no quota row " + quotaId + " of event " + eventId);
    }
  }
}
