package org.billetterie.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  @Test
  void makesItsFileAndSchemaWhenItOpensAndKeepsThemForTheNextStart() {
    UUID seat = Ids.next();
    try (Database database = open()) {
      database.write(handle -> insert(handle, seat));
    }
    assertThat(folder.resolve("new folder/seats.db")).exists();
    try (Database database = open()) {
      assertThat(takenAt(database, seat)).isEqualTo(NOON);
      assertThat(database.writable()).isTrue();
    }
  }

  @Test
  void refusesASecondWriterOfTheSameFile() {
    try (Database first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another process writes the database");
      assertThat(first.writable()).isTrue();
    }
  }

  /// Durable when [Database#write] returns: write-ahead log, one fsync a commit.
  @Test
  void writesDurablyAndHoldsReferences() {
    try (Database database = open()) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
      assertThatThrownBy(() ->
              database.write(
                  handle -> handle.execute("INSERT INTO ticket (seat_id) VALUES ('none')")))
          .matches(Database::isConstraint);
    }
  }

  @Test
  void undoesAWholeTransactionThatFails() {
    UUID seat = Ids.next();
    try (Database database = open()) {
      assertThatThrownBy(() ->
              database.write(handle -> {
                insert(handle, seat);
                throw new IllegalArgumentException("not today");
              }))
          .hasMessage("not today");
      assertThat(takenAt(database, seat)).isNull();
    }
  }

  @Test
  void readersCannotWrite() {
    try (Database database = open()) {
      assertThatThrownBy(() -> database.read(handle -> insert(handle, Ids.next())))
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void doesNotOpenWhatIsNoDatabase() throws Exception {
    Files.createDirectories(folder.resolve("new folder"));
    Files.writeString(folder.resolve("new folder/seats.db"), "this is no database ".repeat(100));
    assertThatThrownBy(this::open).isInstanceOf(RuntimeException.class);
  }

  private Database open() {
    return Database.open("jdbc:sqlite:" + folder.resolve("new folder/seats.db"));
  }

  private static int insert(Handle handle, UUID id) {
    return handle
        .createUpdate("INSERT INTO seat (id, taken_at, capacity) VALUES (:id, :at, 1)")
        .bind("id", id)
        .bind("at", NOON)
        .execute();
  }

  private static Instant takenAt(Database database, UUID id) {
    return database.read(handle ->
        handle
            .createQuery("SELECT taken_at FROM seat WHERE id = :id")
            .bind("id", id)
            .mapTo(Instant.class)
            .findOne()
            .orElse(null));
  }

  private static String pragma(Database database, String name) {
    return database.write(handle -> handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }
}
