package org.billetterie.auth.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.token.Role;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;

  private final FeedStore store = new FeedStore();
  private final UUID camille = UUID.randomUUID();
  private final UUID alex = UUID.randomUUID();
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("auth.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void givesBackWhatWasWritten() {
    AccountChange gone =
        new AccountChange(
            1,
            camille,
            null,
            null,
            null,
            Role.USER,
            3,
            true,
            NOW,
            List.of(UUID.randomUUID(), UUID.randomUUID()),
            "request");
    database.write(handle -> insert(handle, gone, NOW));

    assertThat(database.<List<AccountChange>>read(handle -> store.after(handle, 0, 10)))
        .containsExactly(gone);
  }

  @Test
  void countsOnOnlyWhenCommitted() {
    long first = database.write(store::takeNumber);
    try {
      database.write(handle -> {
        store.takeNumber(handle);
        throw new IllegalStateException("rolled back");
      });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("rolled back");
    }

    assertThat(database.<Long>write(store::takeNumber)).isEqualTo(first + 1);
    assertThat(database.<Long>read(store::last)).isEqualTo(first + 1);
  }

  @Test
  void prunesOnlyWhatALaterLineRepeats() {
    Instant old = NOW.minusSeconds(7200);
    database.write(handle -> insert(handle, line(1, camille), old));
    database.write(handle -> insert(handle, line(2, alex), old));
    database.write(handle -> insert(handle, line(3, camille), old));
    database.write(handle -> insert(handle, line(4, camille), NOW));

    assertThat(database.<Integer>write(handle -> store.prune(handle, NOW.minusSeconds(3600))))
        .isEqualTo(2);

    assertThat(database.<List<AccountChange>>read(handle -> store.after(handle, 0, 10)))
        .extracting(AccountChange::seq)
        .containsExactly(2L, 4L);
  }

  private AccountChange line(long seq, UUID account) {
    return new AccountChange(
        seq, account, "a@test.example", "A", "fr", Role.USER, 1, false, null, List.of(), "request");
  }

  private Object insert(Handle handle, AccountChange change, Instant at) {
    store.insert(handle, change, at);
    return change;
  }
}
