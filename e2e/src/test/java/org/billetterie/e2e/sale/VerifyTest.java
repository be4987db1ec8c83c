package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
class VerifyTest {

  @Test
  void verifyFindsASeatTooManyALostTicketAndMoneyThatDoesNotAddUp(Stack stack, @TempDir Path folder)
      throws SQLException {
    People people = new People(stack);
    Show show = people.organizer().publish("À recompter", 5, 1_000);
    Buyer buyer = people.buyers(1).getFirst();
    String order = buyer.order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201).text("/id");
    buyer.pay(order, Buyer.newKey()).expect(200);
    Path copy = folder.resolve("webd.db");
    copy(stack.webdDatabase(), copy);

    assertThat(verify(stack, copy).exit()).isZero();
    assertBroken(
        stack, copy, "UPDATE quota SET sold = sold + 1 WHERE quota_id = '" + show.id() + "'");
    assertBroken(
        stack, copy, "UPDATE ticket SET status = 'REVOKED' WHERE order_id = '" + order + "'");
    assertBroken(
        stack, copy, "UPDATE payment SET amount_minor = 1 WHERE order_id = '" + order + "'");
    assertBroken(
        stack, copy, "UPDATE account_seats SET seats = 9 WHERE event_id = '" + show.id() + "'");
  }

  @Test
  void verifySaysWhenThereIsNoDatabase(Stack stack, @TempDir Path folder) {
    assertThat(verify(stack, folder.resolve("none.db")).exit()).isEqualTo(2);
  }

  private static void assertBroken(Stack stack, Path clean, String edit) throws SQLException {
    Path broken = clean.resolveSibling("broken.db");
    copy(clean, broken);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + broken);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(edit)).as(edit).isPositive();
    }
    Command verify = verify(stack, broken);
    assertThat(verify.exit()).as(edit).isEqualTo(1);
    assertThat(verify.output()).contains("BROKEN").contains("verify: ");
    assertThat(broken.toFile().delete()).isTrue();
  }

  private static Command verify(Stack stack, Path database) {
    return stack.runWith(Map.of("WEBD_DATABASE_URL", "jdbc:sqlite:" + database), "bin/verify");
  }

  private static void copy(Path from, Path to) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from);
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM INTO '" + to + "'");
    }
  }
}
