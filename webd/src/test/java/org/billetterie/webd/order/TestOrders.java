package org.billetterie.webd.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.config.Settings;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.account.AccountDeleted;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.InFlight;
import org.billetterie.webd.sale.TestInFlight;
import org.billetterie.webd.ticket.TestTickets;
import org.billetterie.webd.ticket.Tickets;

/// The real orders with all that is done to them, for tests that are no part of their package.
public final class TestOrders {
  private static final Map<String, String> SETTINGS =
      Map.of("PAYMENT_TEST", "on", "HOP_SECRET", "0".repeat(32));

  private final Checkout checkout;
  private final Payments payments;
  private final Orders orders;
  private final ExpireOrders expiry;
  private final CancelOrders cancels;

  public TestOrders(Database database, SaleDesk desk, Clock clock) {
    ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    Tickets tickets = TestTickets.of(database);
    InFlight inFlight = TestInFlight.patient();
    checkout = new Checkout(desk, inFlight, tickets, config(), new SecureRandom(), json);
    payments = new Payments(database, desk, inFlight, tickets, config(), clock, json);
    orders = new Orders(database, desk);
    expiry = new ExpireOrders(desk);
    cancels = new CancelOrders(desk);
  }

  /// With the test payment, all else as shipped.
  public static WebdConfig config() {
    return WebdConfig.from(Settings.of(name -> Optional.ofNullable(SETTINGS.get(name))));
  }

  public CompletionStage<Answer> place(
      UUID eventId, UUID accountId, String key, OrderRequest wanted) {
    return checkout.place(eventId, accountId, key, wanted);
  }

  public CompletionStage<Answer> pay(
      UUID orderId, UUID accountId, String key, PaymentRequest payment) {
    return payments.pay(orderId, accountId, key, payment);
  }

  public CompletionStage<Void> giveBack(UUID orderId, UUID accountId) {
    return orders.giveBack(orderId, accountId);
  }

  public Page<OrderView> list(UUID accountId, String cursor, int limit) {
    return orders.list(accountId, cursor, limit);
  }

  public OrderView find(UUID orderId, UUID accountId) {
    return orders.find(orderId, accountId);
  }

  public void expire() {
    expiry.expire();
  }

  public void sweepAnswers() {
    expiry.sweepAnswers();
  }

  public void cancelOfCanceledEvents() {
    cancels.ofCanceledEvents();
  }

  public void deleteAccount(UUID accountId) {
    cancels.ofDeletedAccount(new AccountDeleted(accountId));
  }
}
