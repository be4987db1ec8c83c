package org.billetterie.webd.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.account.TestAccounts;
import org.billetterie.webd.desk.TestDesk;
import org.billetterie.webd.event.EventView;
import org.billetterie.webd.event.TestEvents;
import org.billetterie.webd.order.TestOrders;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.sale.Idempotency;
import org.billetterie.webd.support.TestClock;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.billetterie.webd.verify.Verify;
import org.jdbi.v3.core.Handle;

/// The real thing, without HTTP: desk, rules and database, and a clock that is told the time.
final class House implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final TestClock clock = new TestClock(World.NOW);
  private final Database database;
  private final TestDesk desk;
  private final TestAccounts accounts;
  private final TestEvents events;
  private final TestOrders orders;

  House(Path folder) {
    this.folder = folder;
    database = TestDatabase.in(folder);
    desk = new TestDesk(database, clock);
    accounts = new TestAccounts(database, clock);
    events = new TestEvents(database, desk.desk(), accounts.accounts(), clock);
    orders = new TestOrders(database, desk.desk(), clock);
  }

  /// What came back.
  ///
  /// @param problem null for what was granted
  record Seen(String problem, Map<String, Object> facts, String body, EventView event) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException unreadable) {
        throw new AssertionError(body, unreadable);
      }
    }

    @Override
    public String toString() {
      return problem == null ? "granted " + (body == null ? "" : body) : problem + " " + facts;
    }
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.move(time);
    accounts.heard();
  }

  /// Decided as one batch.
  List<Seen> ask(List<Call> calls) {
    List<CompletableFuture<?>> answers = new java.util.ArrayList<>();
    desk.asOneBatch(() -> calls.forEach(call -> answers.add(submit(call))));
    List<Seen> seen = answers.stream().map(House::seen).toList();
    desk.settle();
    return seen;
  }

  <T> T read(Database.Work<T> query) {
    return database.read(query);
  }

  /// Changes something behind everybody's back.
  void meddle(String sql) {
    database.write((Handle handle) -> handle.execute(sql));
  }

  /// Nothing is left that time could change.
  void settleAll() {
    pass(Duration.ofHours(50));
    String due = "SELECT COUNT(*) FROM orders WHERE status = 'PENDING'";
    while (count(due) > 0) {
      orders.expire();
      desk.settle();
    }
    while (count("SELECT COUNT(*) FROM idempotency") > 0) {
      orders.sweepAnswers();
      desk.settle();
    }
    orders.cancelOfCanceledEvents();
    desk.settle();
  }

  /// bin/verify over all that ever happened here.
  ///
  /// @return what it says, empty when it is clean
  String verify() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        Verify.run(TestDatabase.url(folder), new PrintStream(said, true, StandardCharsets.UTF_8));
    return exit == 0 ? "" : said.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    desk.close();
    database.close();
  }

  private int count(String sql) {
    return read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  private CompletableFuture<?> submit(Call call) {
    try {
      return stage(call).toCompletableFuture();
    } catch (Problem atOnce) {
      return CompletableFuture.failedFuture(atOnce);
    }
  }

  private CompletionStage<?> stage(Call call) {
    return switch (call) {
      case Call.Create create -> events.create(create.request());
      case Call.Place place ->
          orders.place(place.event().id, place.account(), place.key(), place.asked());
      case Call.Pay pay ->
          orders.pay(pay.order().id, pay.account(), pay.key(), card(pay.goodCard()));
      case Call.GiveBack back -> orders.giveBack(back.order().id, back.account());
      case Call.Edit edit -> events.edit(edit.event().id, edit.request(), edit.version());
      case Call.Delete delete -> events.delete(delete.event().id, delete.version());
      case Call.DeleteAccount gone -> done(() -> orders.deleteAccount(gone.account()));
      case Call.Expire expire -> done(orders::expire);
      case Call.CancelOrders cancel -> done(orders::cancelOfCanceledEvents);
      case Call.SweepAnswers sweep -> done(orders::sweepAnswers);
    };
  }

  /// Work that answers nobody.
  private static CompletionStage<?> done(Runnable work) {
    work.run();
    return CompletableFuture.completedFuture(null);
  }

  private static PaymentRequest card(boolean good) {
    String number = good ? "4242424242424242" : "4000000000000002";
    return new PaymentRequest("test-card", new PaymentRequest.Card(number, "12/90", "123"));
  }

  private static Seen seen(CompletableFuture<?> answer) {
    try {
      return switch (answer.join()) {
        case Idempotency.Answer body -> new Seen(null, Map.of(), body.body(), null);
        case EventView event -> new Seen(null, Map.of(), null, event);
        case null -> new Seen(null, Map.of(), null, null);
        case Object other -> throw new AssertionError("unexpected: " + other);
      };
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Problem problem) {
        return new Seen(problem.type().slug(), new TreeMap<>(problem.extras()), null, null);
      }
      return new Seen("failure " + failed.getCause(), Map.of(), null, null);
    }
  }

  /// The rows that belong to some events, as text that can be compared.
  Map<String, String> rows(List<UUID> eventIds, String sql) {
    Map<String, String> rows = new TreeMap<>();
    if (!eventIds.isEmpty()) {
      read(handle ->
          handle
              .createQuery(sql)
              .bindList("events", eventIds)
              .map((row, context) -> rows.put(row.getString(1), row.getString(2)))
              .list());
    }
    return rows;
  }
}
