package org.billetterie.webd.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.webd.desk.TestDesk;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.support.TestClock;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nights in which clocks on the wall do something else: a hold lasts as long as ever.
class NightsTest {
  private static final Duration HOLD = TestOrders.config().hold();

  @TempDir Path folder;
  private final UUID buyer = Ids.next();

  /// Summer time ends and begins in Paris; the leap day begins and ends; a year ends.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-10-31T00:55:00Z",
        "2028-03-26T00:55:00Z",
        "2028-02-28T23:55:00Z",
        "2028-02-29T23:55:00Z",
        "2027-12-31T22:55:00Z"
      })
  void aHoldLastsAsLongAsEver(Instant night) {
    TestClock clock = new TestClock(night);
    try (Database database = TestDatabase.in(folder);
        TestDesk desk = new TestDesk(database, clock)) {
      TestOrders orders = new TestOrders(database, desk.desk(), clock);
      UUID event = event(database, night);
      UUID type = database.write(handle -> World.type(handle, event, 1_000, null));
      UUID late = place(orders, event, type, "late");
      UUID inTime = place(orders, event, type, "in-time");

      clock.move(HOLD.minusMillis(1));
      orders.expire();
      desk.settle();
      assertThat(pay(orders, inTime).status()).isEqualTo(200);
      clock.move(Duration.ofMillis(1));
      assertThatThrownBy(() -> pay(orders, late)).hasRootCauseMessage("order-expired");
      clock.move(Duration.ofSeconds(2));
      orders.expire();
      desk.settle();
      assertThat(database.<String>read(handle -> World.taken(handle, event, event)))
          .isEqualTo("0/1");
    }
  }

  private static UUID event(Database database, Instant night) {
    return database.write(handle -> {
      UUID id = World.event(handle, 5);
      handle.execute(
          "UPDATE event SET starts_at = ?, ends_at = ? WHERE id = ?",
          night.plus(Duration.ofDays(1)),
          night.plus(Duration.ofDays(2)),
          id);
      return id;
    });
  }

  private UUID place(TestOrders orders, UUID event, UUID type, String key) {
    OrderRequest wanted = new OrderRequest(List.of(new OrderRequest.LineRequest(type, 1)));
    String location =
        orders.place(event, buyer, key, wanted).toCompletableFuture().join().location();
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  private Answer pay(TestOrders orders, UUID order) {
    PaymentRequest.Card card = new PaymentRequest.Card("4242424242424242", "12/90", "123");
    PaymentRequest payment = new PaymentRequest("test-card", card);
    return orders.pay(order, buyer, "pay-" + order, payment).toCompletableFuture().join();
  }
}
