package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The wire breaks in the middle of a purchase: the page asks again with the same key, by itself.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class NetworkCutTest {
  private static final String ORDER = "**/api/events/*/orders";
  private static final String PAYMENT = "**/api/orders/*/payment";
  private static final String CUT = "net::ERR_";

  @Test
  void aCutBeforeOrAfterTheAnswerMakesExactlyOneOrder(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Iphigénie"), 20, 2_000);
    Show free = cast.show(Cast.newTitle("Mithridate"), 20, 0);
    String email = cast.people().register("Marc");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.expectError(CUT).signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 2);
      AtomicInteger sent = cut(visit.page(), ORDER, 2, Route::abort);
      counter.reserve();
      assertThat(counter.checking()).isVisible();
      visit.screen("checking an order");
      counter.seeCheckout();
      assertThat(sent).hasValue(3);
      assertThat(cast.orders(email)).hasSize(1);
      visit.page().unroute(ORDER);

      counter.openEvent(free.id()).choose("Place 1", 1);
      cut(visit.page(), ORDER, 1, NetworkCutTest::answerInVain);
      counter.reserve().seeOutcome("PAID");
      assertThat(cast.orders(email)).hasSize(2);
      assertThat(cast.tickets(email)).hasSize(1);
    }
  }

  @Test
  void aCutBeforeOrAfterTheAnswerPaysExactlyOnce(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Esther"), 20, 2_000);
    String email = cast.people().register("Rose");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.EN)) {
      Counter counter = new Counter(visit.expectError(CUT).signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeCheckout().takeTestCard();
      cut(visit.page(), PAYMENT, 1, Route::abort);
      counter.pay();
      assertThat(counter.checking()).isVisible();
      visit.screen("checking a payment");
      counter.seeOutcome("PAID");
      visit.page().unroute(PAYMENT);

      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeCheckout().takeTestCard();
      AtomicInteger sent = cut(visit.page(), PAYMENT, 2, NetworkCutTest::answerInVain);
      counter.pay().seeOutcome("PAID");
      assertThat(sent).hasPositiveValue();
      assertThat(cast.orders(email)).hasSize(2);
      assertThat(cast.tickets(email)).hasSize(2);
    }
  }

  @Test
  void aReloadWhileNobodyKnowsGoesOnWithTheSameOrder(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Athalie"), 20, 2_000);
    String email = cast.people().register("Luc");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.expectError(CUT).signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 3);
      cut(visit.page(), ORDER, Integer.MAX_VALUE, NetworkCutTest::answerInVain);
      counter.reserve();
      assertThat(counter.checking()).isVisible();
      visit.page().unroute(ORDER);
      visit.page().reload();
      counter.seeCheckout();
      assertThat(cast.orders(email)).hasSize(1);
    }
  }

  @Test
  void aTabThatWasClosedGoesOnInAnotherWithTheSameOrder(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Britannicus"), 20, 0);
    String email = cast.people().register("Théo");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.expectError(CUT).signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 2);
      cut(visit.page(), ORDER, Integer.MAX_VALUE, NetworkCutTest::answerInVain);
      counter.reserve();
      assertThat(counter.checking()).isVisible();
      visit.newTab();
      counter.openEvent(show.id()).seeOutcome("PAID");
      assertThat(cast.orders(email)).hasSize(1);
      assertThat(cast.tickets(email)).hasSize(2);
    }
  }

  @Test
  void aDoubleTapIsOneOrder(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("La Thébaïde"), 20, 0);
    String email = cast.people().register("Léa");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.EN)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1);
      visit.buttonFrom("Prendre \\d", "Take \\d").dblclick();
      counter.seeOutcome("PAID");
      assertThat(cast.orders(email)).hasSize(1);
    }
  }

  @Test
  void withoutANetworkThePageWaitsForItAndBuysOnce(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Alexandre"), 20, 2_000);
    String email = cast.people().register("Lise");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.EN)) {
      Counter counter = new Counter(visit.expectError(CUT).signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 3);
      visit.context().setOffline(true);
      counter.reserve();
      assertThat(counter.checking()).isVisible();
      assertThat(cast.orders(email)).isEmpty();
      visit.context().setOffline(false);
      counter.seeCheckout();
      assertThat(cast.orders(email)).hasSize(1);
    }
  }

  /// A bank's app takes the screen: the phone stops the page, and with it the answer.
  @Test
  void aPaymentAppThatTakesTheScreenLetsThePagePayOnce(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Bajazet"), 20, 2_000);
    String email = cast.people().register("Inès");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.expectError(CUT).signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeCheckout().takeTestCard();
      CDPSession phone = visit.context().newCDPSession(visit.page());
      cut(visit.page(), PAYMENT, Integer.MAX_VALUE, NetworkCutTest::answerInVain);
      counter.pay();
      assertThat(counter.checking()).isVisible();
      lifecycle(phone, "frozen");
      assertThat(cast.tickets(email)).hasSize(1);
      visit.page().unroute(PAYMENT);
      lifecycle(phone, "active");
      counter.seeOutcome("PAID");
      assertThat(cast.orders(email)).hasSize(1);
      assertThat(cast.tickets(email)).hasSize(1);
    }
  }

  private static void lifecycle(CDPSession phone, String state) {
    JsonObject arguments = new JsonObject();
    arguments.addProperty("state", state);
    phone.send("Page.setWebLifecycleState", arguments);
  }

  /// @param times how many requests meet with an accident before one gets through
  /// @return how many were sent so far
  private static AtomicInteger cut(Page page, String pattern, int times, Consumer<Route> accident) {
    AtomicInteger sent = new AtomicInteger();
    page.route(
        pattern,
        route -> {
          if (sent.incrementAndGet() <= times) {
            accident.accept(route);
          } else {
            route.resume();
          }
        });
    return sent;
  }

  /// The server answers; the page never hears of it.
  private static void answerInVain(Route route) {
    route.fetch();
    route.abort();
  }
}
