package org.billetterie.webd.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.webd.desk.TestDesk;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.support.TestClock;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same request again while the desk decides it.
class RepetitionTest {
  @TempDir Path folder;
  private final UUID buyer = Ids.next();
  private Database database;
  private TestDesk desk;
  private TestOrders orders;
  private UUID event;
  private UUID type;

  @BeforeEach
  void open() {
    database = TestDatabase.in(folder);
    database.write(handle -> {
      event = World.event(handle, 5);
      type = World.type(handle, event, 1_000, null);
      return null;
    });
    TestClock clock = new TestClock(World.NOW);
    desk = new TestDesk(database, clock);
    orders = new TestOrders(database, desk.desk(), clock);
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  @Test
  void inFlightAtTheDeskGetsTheSameBytes() {
    List<CompletableFuture<Answer>> placed = new ArrayList<>();
    desk.asOneBatch(() -> {
      placed.add(place());
      placed.add(place());
      assertThat(placed).noneMatch(CompletableFuture::isDone);
    });
    Answer answer = placed.getFirst().join();
    assertThat(placed.getLast().join()).isEqualTo(answer);
    assertThat(place().join()).as("later, from the database").isEqualTo(answer);
    assertThat(count("orders")).isEqualTo(1);
  }

  @Test
  void aPaymentInFlightGetsTheSameBytesAndPaysOnce() {
    String location = place().join().location();
    UUID order = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    List<CompletableFuture<Answer>> paid = new ArrayList<>();
    desk.asOneBatch(() -> {
      paid.add(pay(order));
      paid.add(pay(order));
      assertThat(paid).noneMatch(CompletableFuture::isDone);
    });
    assertThat(paid.getLast().join()).isEqualTo(paid.getFirst().join());
    assertThat(count("payment")).isEqualTo(1);
  }

  private CompletableFuture<Answer> place() {
    OrderRequest wanted = new OrderRequest(List.of(new OrderRequest.LineRequest(type, 2)));
    return orders.place(event, buyer, "k", wanted).toCompletableFuture();
  }

  private CompletableFuture<Answer> pay(UUID order) {
    PaymentRequest.Card card = new PaymentRequest.Card("4242424242424242", "12/90", "123");
    return orders
        .pay(order, buyer, "paid", new PaymentRequest("test-card", card))
        .toCompletableFuture();
  }

  private int count(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
  }
}
