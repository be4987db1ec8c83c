package org.billetterie.webd.sale;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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

  /// Takes what a whole batch takes, summed by row: fewer statements, the same guard.
  ///
  /// @throws IllegalStateException when a row refused; nothing of the batch may stand then
  public static void takeAll(Handle handle, Map<Row, Taken> rows) {
    PreparedBatch batch = handle.prepareBatch(TAKE);
    rows.forEach((row, taken) ->
        batch
            .bind("event", row.eventId())
            .bind("quota", row.quotaId())
            .bind("held", taken.held())
            .bind("sold", taken.sold())
            .add());
    int[] updated = batch.execute();
    if (Arrays.stream(updated).anyMatch(count -> count != 1)) {
      throw new IllegalStateException("a quota refused what was decided for it");
    }
  }

  /// One row of quota: the event's own by its id, or a ticket type's.
  public record Row(UUID eventId, UUID quotaId) {}

  /// What is taken of a row.
  public record Taken(int held, int sold) {
    public Taken plus(Taken other) {
      return new Taken(held + other.held, sold + other.sold);
    }
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
