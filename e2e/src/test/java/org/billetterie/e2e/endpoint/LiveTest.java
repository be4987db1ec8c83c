package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.EventStream;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `GET /api/events/availability/live` and `/api/events/{id}/sales/live`, through lb.
@ExtendWith(SharedStack.class)
class LiveTest {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final int BUYERS = 40;
  private static final int PAGES = 200;
  private static final int THREADS_MORE_MAX = 30;

  @Test
  void tellsWhatIsLeftAtMostOnceASecond(Stack stack) {
    Show show = new Accounts(stack).organizer().publish("En direct", 50, 0);
    List<Buyer> buyers = new People(stack).buyers(BUYERS);
    long since = System.nanoTime();
    try (EventStream page = new Api(stack.url()).follow(live(show))) {
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/event-stream");
      page.await("the state at the beginning", WAIT_MAX, message -> left(message) == 50);
      List<Callable<Answer>> orders = new ArrayList<>();
      buyers.forEach(
          buyer -> orders.add(() -> buyer.order(show.id(), show.type(0), 1, Buyer.newKey())));
      Crowd.atOnce(orders).forEach(order -> order.expect(201));
      page.await("10 are left", WAIT_MAX, message -> left(message) == 10);

      long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
      assertThat(page.messages())
          .as("messages in %d s", seconds)
          .hasSizeBetween(2, (int) seconds + 3);
    }
  }

  @Test
  void tellsOfAnEditAndOfPlacesOnHold(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Organizer organizer = accounts.organizer();
    Show show = organizer.publish("Retouché", 2, 1_500);
    try (EventStream page = new Api(stack.url()).follow(live(show))) {
      accounts.user().order(show.id(), show.type(0), 2, Buyer.newKey()).expect(201);
      JsonNode held =
          page.await(
              "all are on hold",
              WAIT_MAX,
              message -> "ALL_HELD".equals(message.at("/items/0/availability/status").asText()));
      assertThat(held.at("/items/0/availability/heldUntil").asText()).isNotEmpty();
      assertThat(held.at("/items/0/ticketTypes/0/id").asText()).isEqualTo(show.type(0));
      organizer.edit(show, "title", "Retouché, encore").expect(200);
      page.await(
          "another version", WAIT_MAX, message -> message.at("/items/0/version").asInt() == 2);
      assertThat(page.messages().toString()).doesNotContain("sold\"", "held\"");
    }
  }

  @Test
  void isAskedForKnownEventsOnly(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Api anybody = new Api(stack.url());
    Map<String, Object> draft = Show.draft("Brouillon", 5, 0);
    draft.put("status", "DRAFT");
    Organizer organizer = accounts.organizer();
    Show hidden = Show.of(organizer.account().api().post("/api/events", draft).expect(201));
    Show shown = organizer.publish("Public", 5, 0);

    assertRefused(anybody, live(hidden), 404);
    assertRefused(anybody, "/api/events/availability/live", 422);
    assertRefused(anybody, "/api/events/availability/live?id=x", 422);
    assertRefused(anybody, live(shown) + ("&id=" + hidden.id()).repeat(100), 422);
    try (EventStream page = anybody.follow(live(shown) + "&id=" + hidden.id())) {
      JsonNode first = page.await("the first message", WAIT_MAX, message -> true);
      assertThat(first.path("items")).hasSize(1);
    }
  }

  @Test
  void figuresAreToldToTheOrganizerOnlyAndNoLongerThanTheRoleLasts(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Accounts.Made made = accounts.make("EventCreator");
    Buyer organizer = new People(stack).signIn(made.email());
    Show show = new Organizer(organizer).publish("Chiffres en direct", 9, 0);
    String path = show.path() + "/sales/live";
    assertRefused(accounts.organizer().account().api(), path, 404);
    assertRefused(accounts.user().api(), path, 403);
    assertRefused(new Api(stack.url()), path, 401);
    try (EventStream figures = organizer.api().follow(path)) {
      figures.await("nothing sold", WAIT_MAX, message -> message.path("sold").asInt(-1) == 0);
      accounts.user().order(show.id(), show.type(0), 4, Buyer.newKey()).expect(201);
      figures.await("4 sold", WAIT_MAX, message -> message.path("sold").asInt() == 4);
      accounts
          .admin()
          .api()
          .send("PATCH", "/api/auth/accounts/" + made.id(), Map.of("role", "User"))
          .expect(200);
      Until.holds("the figures end", WAIT_MAX, figures::endedCleanly);
    }
  }

  /// A page that only looks must not cost what a purchase needs.
  @Test
  void holdsNoThread(Stack stack) {
    Show show = new Accounts(stack).organizer().publish("Regardé", 5, 0);
    Api anybody = new Api(stack.url());
    double before = threads(stack);
    List<EventStream> pages = new ArrayList<>();
    try {
      for (int i = 0; i < PAGES; i++) {
        pages.add(anybody.follow(live(show)));
      }
      pages.forEach(
          page -> page.await("the first message", WAIT_MAX, message -> left(message) == 5));
      assertThat(threads(stack) - before).isLessThan(THREADS_MORE_MAX);
      assertThat(metric(stack, "live_watchers")).isGreaterThanOrEqualTo(PAGES);
    } finally {
      pages.forEach(EventStream::close);
    }
    Until.holds("they are forgotten", WAIT_MAX, () -> metric(stack, "live_watchers") < PAGES);
  }

  private static String live(Show show) {
    return "/api/events/availability/live?id=" + show.id();
  }

  private static void assertRefused(Api caller, String path, int status) {
    try (EventStream refused = caller.follow(path)) {
      assertThat(refused.status()).as(path).isEqualTo(status);
    }
  }

  private static int left(JsonNode message) {
    return message.at("/items/0/availability/remaining").asInt(-1);
  }

  private static double threads(Stack stack) {
    return metric(stack, "jvm_threads_live_threads");
  }

  private static double metric(Stack stack, String name) {
    return new Api(stack.webdUrl())
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }
}
