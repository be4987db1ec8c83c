package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A buyer with a phone, at localhost over plain http.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class BuyerTest {

  @ParameterizedTest
  @EnumSource
  void aBuyerChoosesRegistersPaysAndShowsTheTicket(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Le Bourgeois gentilhomme"), 10, 2_400, 1_200);
    String email = Cast.newEmail();
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      Counter counter = new Counter(visit);
      findAndChoose(visit, counter, show);
      register(visit, counter, email, cast.password());
      payInTheEnd(visit, counter);
      lookAtWhatWasBought(visit, counter, show);
      assertThat(cast.orders(email)).hasSize(1);
      assertThat(cast.tickets(email)).hasSize(2);
      signOut(visit);
    }
  }

  @Test
  void aFreeSeatIsTakenInOneStep(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Rencontre"), 5, 0);
    String email = cast.people().register("Zoé");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 2);
      assertThat(counter.total()).hasText("Gratuit");
      assertThat(visit.page().locator(".test-mark")).hasCount(0);
      visit.screen("free event");
      counter.reserve().seeOutcome("PAID");
      visit.screen("free order");
      counter.openTicket(2);
      assertThat(cast.tickets(email)).hasSize(2);
    }
  }

  private static void findAndChoose(Visit visit, Counter counter, Show show) {
    String title = show.view().path("title").asText();
    visit.open("/");
    assertThat(visit.page().locator(".poster").first()).isVisible();
    visit.screen("list");
    visit.page().locator("#event-search").fill(title);
    visit.page().keyboard().press("Enter");
    assertThat(visit.page().locator(".poster")).hasCount(1);
    visit.screen("search");
    visit.link(title, title).click();
    counter.choose("Place 1", 3).seeTestMark(".booking");
    visit.button("Une de moins : Place 1", "One fewer: Place 1").click();
    assertThat(counter.total()).hasText(Pattern.compile("48[,.]00"));
    visit.screen("event");
  }

  /// The choice outlives a reload and the registration.
  private static void register(Visit visit, Counter counter, String email, String password) {
    counter.reserve();
    assertThat(visit.page().locator(".inline-account form")).isVisible();
    visit.screen("account within the purchase");
    visit.page().reload();
    assertThat(counter.total()).hasText(Pattern.compile("48[,.]00"));
    counter.reserve().register("Zoé Lebrun", email, password).seeCheckout();
    assertThat(visit.page().locator("h1")).hasText(Pattern.compile("^2 places "));
  }

  private static void payInTheEnd(Visit visit, Counter counter) {
    counter.seeTestMark(".summary");
    Locator countdown = visit.page().getByTestId("countdown");
    assertThat(countdown).hasText(Pattern.compile("^1[0-5]:\\d\\d$"));
    assertThat(countdown).not().hasText(countdown.textContent());
    visit.screen("checkout");
    counter.takeDeclinedCard().pay();
    assertThat(visit.expect(402).problem("payment-declined")).isVisible();
    visit.screen("declined card");
    String order = counter.orderId();
    visit.page().reload();
    counter.seeCheckout();
    visit.page().goBack();
    assertThat(holds(visit)).isVisible();
    visit.screen("event with places on hold");
    visit.page().goForward();
    assertThat(counter.orderId()).isEqualTo(order);
    counter.seeCheckout().takeTestCard().pay().seeOutcome("PAID");
    visit.screen("paid order");
    visit.page().reload();
    counter.seeOutcome("PAID");
  }

  private static void lookAtWhatWasBought(Visit visit, Counter counter, Show show) {
    counter.openTicket(1);
    assertThat(visit.page().locator(".ticket__test"))
        .hasText(visit.say("Billet d’essai", "Test ticket"));
    visit.screen("ticket");
    visit.page().goBack();
    counter.seeOutcome("PAID");
    visit.page().goBack();
    assertThat(visit.page().locator(".booking")).isVisible();
    visit.navigate("Mes billets", "My tickets");
    assertThat(visit.page().locator(".evening")).hasCount(1);
    visit.screen("tickets").navigate("Mes commandes", "My orders");
    assertThat(visit.page().locator(".row")).hasCount(1);
    assertThat(visit.page().locator(".row h2")).hasText(show.view().path("title").asText());
    visit.screen("orders");
  }

  private static void signOut(Visit visit) {
    assertThat(visit.context().cookies())
        .allMatch(cookie -> cookie.httpOnly && cookie.name.startsWith("billetterie_"));
    visit.navigate("Zoé Lebrun", "Zoé Lebrun");
    Locator signOut = visit.button("Se déconnecter", "Sign out");
    assertThat(signOut).isVisible();
    visit.screen("account");
    signOut.click();
    visit.page().waitForURL(Pattern.compile("/$"));
    assertThat(visit.context().cookies()).extracting((Cookie cookie) -> cookie.name).isEmpty();
    visit.open("/orders");
    assertThat(visit.field("password")).isVisible();
    visit.screen("sign-in asked for");
  }

  private static Locator holds(Visit visit) {
    return visit.page().locator("aside.holds");
  }
}
