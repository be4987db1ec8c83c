package org.billetterie.webd.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.billetterie.kit.database.Database;
import org.billetterie.webd.sale.Stock.Row;
import org.billetterie.webd.sale.Stock.Taken;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The conditional update and the CHECK behind it, on a real database.
class StockTest {
  @TempDir Path folder;
  private Database database;
  private UUID event;
  private UUID full;
  private UUID child;

  @BeforeEach
  void open() {
    database = TestDatabase.in(folder);
    database.write(handle -> {
      event = World.event(handle, 5);
      full = World.type(handle, event, 1_000, null);
      child = World.type(handle, event, 500, 2);
      return null;
    });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void takesFromTheEventAndFromEachType() {
    take(Map.of(full, 2, child, 1), false);
    assertThat(taken(event)).isEqualTo("3/0");
    assertThat(taken(full)).isEqualTo("2/0");
    assertThat(taken(child)).isEqualTo("1/0");
  }

  @Test
  void aRowThatDoesNotFitUndoesAll() {
    take(Map.of(child, 1), true);
    assertThatThrownBy(() -> take(Map.of(full, 1, child, 2), true))
        .isInstanceOf(IllegalStateException.class);
    assertThat(taken(event)).isEqualTo("0/1");
    assertThat(taken(full)).isEqualTo("0/0");
  }

  @Test
  void whatSeveralTakeIsSummed() {
    assertThat(new Taken(1, 10).plus(new Taken(2, 20))).isEqualTo(new Taken(3, 30));
  }

  @Test
  void heldAndSoldCountTogether() {
    take(Map.of(full, 4), false);
    assertThatThrownBy(() -> take(Map.of(full, 2), true)).isInstanceOf(IllegalStateException.class);
    take(Map.of(full, 1), true);
    assertThat(taken(event)).isEqualTo("4/1");
  }

  @Test
  void heldSeatsBecomeSoldAndSoldSeatsComeBack() {
    take(Map.of(full, 3), false);
    write(handle -> Stock.sell(handle, event, Map.of(full, 2)));
    assertThat(taken(event)).isEqualTo("1/2");
    write(handle -> Stock.releaseHeld(handle, event, Map.of(full, 1)));
    write(handle -> Stock.releaseSold(handle, event, Map.of(full, 2)));
    assertThat(taken(event)).isEqualTo("0/0");
    assertThat(taken(full)).isEqualTo("0/0");
  }

  @Test
  void givingBackMoreThanWasTakenIsRefusedByTheTable() {
    assertThatThrownBy(() -> write(handle -> Stock.releaseHeld(handle, event, Map.of(full, 1))))
        .matches(Database::isConstraint);
    assertThat(taken(event)).isEqualTo("0/0");
  }

  @Test
  void theTableRefusesWhatTheCodeWouldOversell() {
    assertThatThrownBy(() ->
            write(handle ->
                handle.execute(
                    "UPDATE quota SET sold = 6 WHERE event_id = ? AND quota_id = ?", event, event)))
        .matches(Database::isConstraint);
  }

  private void take(Map<UUID, Integer> seats, boolean sold) {
    Map<Row, Taken> rows = new LinkedHashMap<>();
    int all = seats.values().stream().mapToInt(Integer::intValue).sum();
    rows.put(new Row(event, event), new Taken(sold ? 0 : all, sold ? all : 0));
    seats.forEach(
        (type, n) -> rows.put(new Row(event, type), new Taken(sold ? 0 : n, sold ? n : 0)));
    write(handle -> Stock.takeAll(handle, rows));
  }

  private void write(java.util.function.Consumer<Handle> work) {
    database.write(handle -> {
      work.accept(handle);
      return null;
    });
  }

  private String taken(UUID quota) {
    return database.read(handle -> World.taken(handle, event, quota));
  }
}
