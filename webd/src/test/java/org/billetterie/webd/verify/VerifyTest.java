package org.billetterie.webd.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.billetterie.kit.database.Database;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks a sound database in one place a time: verify must say so, and name the invariant.
class VerifyTest {
  private static final String ORDER =
      "INSERT INTO orders (event_id, id, code, account_id, status, seats, total_minor, currency,"
          + " event_title, test_payment, placed_at, expires_at) VALUES ('%s', '%s', 'abc', 'buyer',"
          + " '%s', 2, 2000, 'EUR', 'Récital', 1, 0, 0)";

  @TempDir Path folder;
  private String url;
  private UUID event;
  private UUID type;

  /// One event with a PENDING order of 2 seats and a PAID one of 2.
  @BeforeEach
  void soundDatabase() throws SQLException {
    url = TestDatabase.url(folder);
    try (Database database = TestDatabase.in(folder)) {
      database.write(handle -> {
        event = World.event(handle, 4);
        type = World.type(handle, event, 1_000, null);
        return null;
      });
    }
    change(ORDER.formatted(event, "o1", "PENDING"));
    change(ORDER.formatted(event, "o2", "PAID"));
    for (String order : new String[] {"o1", "o2"}) {
      change(
          "INSERT INTO order_line VALUES ('%s', '%s', 1, '%s', 'Plein', 2, 1000)"
              .formatted(event, order, type));
    }
    for (String ticket : new String[] {"t1", "t2"}) {
      change(
          "INSERT INTO ticket VALUES ('%s', '%s', 'o2', 1, '%s', 'buyer', 'ff', 'VALID', 0)"
              .formatted(event, ticket, type));
    }
    change(
        "INSERT INTO payment VALUES ('%s', 'p1', 'o2', 'test-card', 2000, 'EUR', 'CONFIRMED', 0)"
            .formatted(event));
    change("INSERT INTO account_seats VALUES ('%s', 'buyer', 4)".formatted(event));
    change("UPDATE quota SET held = 2, sold = 2");
  }

  @Test
  void aSoundDatabaseIsClean() {
    assertThat(verify()).startsWith("0").contains("verify: clean");
  }

  static Stream<String[]> damages() {
    return Stream.of(
        new String[] {"never more taken", "UPDATE quota SET capacity = 3"},
        new String[] {"quota of its own", "DELETE FROM quota WHERE quota_id <> event_id"},
        new String[] {"sold of an event", "UPDATE quota SET sold = 1 WHERE quota_id = event_id"},
        new String[] {"sold of a type", "UPDATE quota SET sold = 1 WHERE quota_id <> event_id"},
        new String[] {"held of an event", "UPDATE quota SET held = 1 WHERE quota_id = event_id"},
        new String[] {"held of a type", "UPDATE quota SET held = 1 WHERE quota_id <> event_id"},
        new String[] {"an account's seats", "UPDATE account_seats SET seats = 3"},
        new String[] {"an account's seats", "DELETE FROM account_seats"},
        new String[] {"seats and total", "UPDATE order_line SET unit_price_minor = 999"},
        new String[] {"one ticket a seat", "UPDATE ticket SET status = 'REVOKED' WHERE id = 't1'"},
        new String[] {"paid in full", "UPDATE payment SET amount_minor = 1999"},
        new String[] {"goes back in full", "UPDATE orders SET status = 'CANCELED' WHERE id = 'o2'"},
        new String[] {
          "never more refunded",
          "INSERT INTO refund SELECT event_id, 'r1', id, order_id, 2001, 'REQUESTED', 0 FROM payment"
        },
        new String[] {"hangs in the air", "DELETE FROM orders WHERE id = 'o2'"});
  }

  @ParameterizedTest
  @MethodSource("damages")
  void eachDamageIsFoundAndNamed(String invariant, String damage) throws SQLException {
    change(damage);
    assertThat(verify()).startsWith("1").containsPattern("BROKEN .*" + invariant);
  }

  @Test
  void everyInvariantHasItsDamage() {
    Set<String> unbroken = new HashSet<>();
    Invariant.ALL.forEach(invariant -> unbroken.add(invariant.name()));
    damages().forEach(damage -> unbroken.removeIf(name -> name.contains(damage[0])));
    assertThat(unbroken).isEmpty();
  }

  @Test
  void aMissingDatabaseIsSaid() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = Verify.run("jdbc:sqlite:" + folder.resolve("none.db"), new PrintStream(out));
    assertThat(status).isEqualTo(2);
  }

  private String verify() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = Verify.run(url, new PrintStream(out, true, StandardCharsets.UTF_8));
    return status + "\n" + out.toString(StandardCharsets.UTF_8);
  }

  /// As damage comes: past the constraints that guard against it.
  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA ignore_check_constraints = 1");
      statement.execute(sql);
    }
  }
}
