package org.billetterie.webd.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.database.Database;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists and searches are right also where they take another way than reading all events.
class EventListStoreTest {
  /// More than a search looks at before it asks the index.
  private static final int CROWD = 1_200;

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabase.in(folder);
    database.write(handle -> {
      for (int i = 0; i < CROWD; i++) {
        event(handle, "soiree " + i, World.NOW.plusSeconds(i), Duration.ofHours(3));
      }
      return null;
    });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTextThatIsRareIsFoundBehindManyOthers() {
    UUID rare = write("l'opera de quat'sous (100%_!) \"tours\"");
    for (String query : List.of("opéra", "QUAT'SOUS", "(100%_!)", "e quat", "\"tours\"", "%_!")) {
      assertThat(search(query)).as(query).containsExactly(rare);
    }
    assertThat(search("opera tours")).isEmpty();
    assertThat(search("aucune part")).isEmpty();
  }

  @Test
  void twoLettersAreFoundToo() {
    UUID rare = write("zzxx");
    assertThat(search("zx")).containsExactly(rare);
  }

  @Test
  void aTextThatIsCommonIsFoundInOrderOfStart() {
    List<Event> first = list(EventSearch.of(null, "soirée", null, null, World.NOW, null, 3));
    assertThat(first).isSortedAccordingTo((a, b) -> a.startsAt().compareTo(b.startsAt()));
    assertThat(first).as("one row further").hasSize(4);
  }

  @Test
  void aTitleThatChangedIsFoundByItsNewNameOnly() {
    UUID event = write("premier nom");
    database.write(handle ->
        handle.execute("UPDATE event SET search_text = 'second titre' WHERE id = ?", event));
    assertThat(search("premier nom")).isEmpty();
    assertThat(search("second titre")).containsExactly(event);
    database.write(handle -> {
      handle.execute("DELETE FROM quota WHERE event_id = ?", event);
      return handle.execute("DELETE FROM event WHERE id = ?", event);
    });
    assertThat(search("second titre")).isEmpty();
  }

  @Test
  void anEventGoesOnHoweverLongAgoItBegan() {
    Duration year = Duration.ofDays(365);
    UUID long1 = write("exposition", World.NOW.minus(year.dividedBy(2)), year);
    UUID over = write("exposition", World.NOW.minus(year), year.dividedBy(2));
    List<Event> listed =
        list(EventSearch.of(null, null, null, null, World.NOW.minusSeconds(1), null, 5));
    assertThat(listed.getFirst().id()).isEqualTo(long1);
    assertThat(search("exposition")).containsExactly(long1).doesNotContain(over);
  }

  private List<UUID> search(String query) {
    return list(EventSearch.of(null, query, null, null, World.NOW, null, 10)).stream()
        .map(Event::id)
        .toList();
  }

  private List<Event> list(EventSearch search) {
    return database.read(handle -> EventListStore.list(handle, search));
  }

  private UUID write(String text) {
    return write(text, World.NOW.plus(Duration.ofDays(30)), Duration.ofHours(3));
  }

  private UUID write(String text, Instant startsAt, Duration length) {
    return database.write(handle -> event(handle, text, startsAt, length));
  }

  private static UUID event(Handle handle, String text, Instant startsAt, Duration length) {
    UUID id = World.event(handle, 10);
    handle.execute(
        "UPDATE event SET search_text = ?, starts_at = ?, ends_at = ? WHERE id = ?",
        text,
        startsAt,
        startsAt.plus(length),
        id);
    return id;
  }
}
