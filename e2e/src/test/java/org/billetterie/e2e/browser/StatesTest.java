package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.TreeMap;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every screen while it loads, when it failed and when there is nothing to show; what the other
/// tests do not pass by.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class StatesTest {
  private static final String NOBODY = "0197a6d0-0000-7000-8000-000000000000";

  /// What each page asks for first.
  private static final Map<String, String> PAGES = new TreeMap<>();

  static {
    PAGES.put("/?q=rien", "**/api/events?*");
    PAGES.put("/events/" + NOBODY, "**/api/events/" + NOBODY);
    PAGES.put("/orders", "**/api/orders?*");
    PAGES.put("/orders/" + NOBODY, "**/api/orders/" + NOBODY);
    PAGES.put("/tickets", "**/api/tickets?*");
    PAGES.put("/tickets/" + NOBODY, "**/api/tickets/" + NOBODY);
    PAGES.put("/manage", "**/api/events?mine=true*");
    PAGES.put("/manage/events/" + NOBODY, "**/api/events/" + NOBODY);
    PAGES.put("/manage/events/" + NOBODY + "/sales", "**/api/events/" + NOBODY + "/sales");
    PAGES.put("/accounts", "**/api/auth/accounts?*");
  }

  @ParameterizedTest
  @EnumSource
  void everyScreenLoadsFailsAndIsEmptyPlainly(Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String admin = cast.account("Admin", "Agathe");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.expect(500).expect(404).signIn(admin, cast.password());
      PAGES.forEach((path, asked) -> {
        String name = path.replace(NOBODY, "…");
        with(
            visit,
            asked,
            StatesTest::hang,
            () -> {
              visit.open(path);
              assertThat(visit.page().locator(".loading")).isVisible();
              visit.screen(name + " loading");
            });
        with(
            visit,
            asked,
            StatesTest::fail,
            () -> {
              visit.open(path);
              assertThat(visit.problem("internal")).isVisible();
              visit.screen(name + " failed");
            });
        if (!path.contains(NOBODY)) {
          with(
              visit,
              asked,
              StatesTest::answerNothing,
              () -> {
                visit.open(path);
                assertThat(visit.page().locator(".empty, .notice").first()).isVisible();
                visit.screen(name + " empty");
              });
        }
      });
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormAndDialogSaysWhatIsWrong(Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Mélite"), 10, 1_500);
    String email = cast.people().register("Jo");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.expect(401).expect(403).expect(409).expect(422).expect(429);
      visit.open("/sign-in");
      visit.field("email").fill(email);
      visit.field("password").fill("not the right one");
      visit.page().locator("form .button--primary").click();
      assertThat(visit.problem("bad-credentials")).isVisible();
      visit.screen("wrong password").open("/register");
      visit.field("name").fill("Jo");
      visit.field("email").fill(email);
      visit.field("password").fill("court");
      visit.page().locator("form .button--primary").click();
      assertThat(visit.page().locator(".field__error").first()).isVisible();
      visit.screen("registering, fields to correct");
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 2);
      with(
          visit,
          "**/api/events/*/orders",
          StatesTest::crowd,
          () -> {
            counter.reserve();
            assertThat(counter.checking()).isVisible();
            visit.screen("a crowd at the counter");
          });
      counter.seeCheckout();
      visit.button("Renoncer et rendre les places", "Give up and return the places").click();
      assertThat(visit.page().locator("dialog")).isVisible();
      visit.screen("give back?, from the checkout");
      visit.button("Les garder", "Keep them").click();
      visit.field("number").fill("4111 1111 1111 1111");
      visit.field("expiry").fill("12/40");
      visit.field("cvc").fill("123");
      counter.pay();
      assertThat(visit.page().locator(".pay .notice--problem, .field__error").first()).isVisible();
      visit.screen("no test card").open("/profile");
      visit.field("currentPassword").fill("not the right one");
      visit.field("newPassword").fill("correct horse battery");
      visit.page().locator("form .button--primary").click();
      assertThat(visit.page().locator(".field__error, .notice--problem").first()).isVisible();
      visit.screen("password not changed");
    }
  }

  private static void with(
      Visit visit, String asked, java.util.function.Consumer<Route> answer, Runnable look) {
    Page page = visit.page();
    page.route(asked, answer::accept);
    look.run();
    page.unroute(asked);
  }

  /// The page waits as long as it is looked at.
  private static void hang(Route route) {}

  private static void answerNothing(Route route) {
    route.fulfill(json(200, "application/json", "{\"items\":[],\"next\":null}"));
  }

  private static void fail(Route route) {
    route.fulfill(json(500, "application/problem+json", problem("internal", 500)));
  }

  private static void crowd(Route route) {
    route.fulfill(json(429, "application/problem+json", problem("too-many-requests", 429)));
  }

  private static Route.FulfillOptions json(int status, String type, String body) {
    return new Route.FulfillOptions()
        .setStatus(status)
        .setContentType(type)
        .setHeaders(Map.of("Retry-After", "3"))
        .setBody(body);
  }

  private static String problem(String slug, int status) {
    return "{\"type\":\"/problems#%s\",\"title\":\"—\",\"status\":%d,\"detail\":\"\",\"instance\":\"r-1\"}"
        .formatted(slug, status);
  }
}
