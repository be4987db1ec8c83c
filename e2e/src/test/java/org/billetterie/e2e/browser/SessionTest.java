package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a session while somebody buys. An access token ends by its cookie, which the
/// browser then forgets.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class SessionTest {
  private static final Pattern ACCESS = Pattern.compile("_at$");

  @Test
  void anAccessTokenThatEndsInMidCheckoutIsRenewedUnseen(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Le Misanthrope"), 10, 2_400);
    String email = cast.people().register("Ève");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      AtomicInteger renewals = new AtomicInteger();
      visit
          .page()
          .onRequest(request -> {
            if (request.url().endsWith("/api/auth/refresh")) {
              renewals.incrementAndGet();
            }
          });
      counter.openEvent(show.id()).choose("Place 1", 1);
      visit.expect(401);
      forget(visit, ACCESS);
      counter.reserve().seeCheckout().takeTestCard();
      assertThat(renewals).hasValue(1);
      forget(visit, ACCESS);
      counter.pay().seeOutcome("PAID");
      assertThat(renewals).hasValue(2);
      assertThat(visit.page().locator(".banner, .inline-account")).hasCount(0);
      assertThat(cast.orders(email)).hasSize(1);
    }
  }

  /// The page is there before it has asked who reads it.
  @Test
  void whoTapsBeforeThePageKnowsThemIsNotAskedWhoTheyAre(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Zélinde"), 10, 2_400);
    String email = cast.people().register("Uma");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      AtomicReference<Route> asked = new AtomicReference<>();
      visit.page().route("**/api/auth/me", asked::set);
      counter.openEvent(show.id()).choose("Place 1", 1).reserve();
      assertThat(visit.buttonFrom("Nous réservons", "We are reserving")).isDisabled();
      assertThat(visit.page().locator(".inline-account")).hasCount(0);
      asked.get().resume();
      counter.seeCheckout();
      assertThat(cast.orders(email)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoseSessionHasEndedReadsSoAndGoesOnWhereTheyWere(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Tartuffe"), 10, 2_400);
    String email = cast.people().register("Max");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeCheckout();
      String order = counter.orderId();
      visit.expect(401);
      visit.context().clearCookies();
      counter.takeTestCard().pay();
      assertThat(visit.page().locator("main"))
          .containsText(visit.say("Votre session est terminée", "Your session has ended"));
      visit.screen("session ended in mid-payment");
      visit.field("email").fill(email);
      visit.field("password").fill(cast.password());
      visit.page().locator("form button.button--primary").click();
      assertThat(counter.orderId()).isEqualTo(order);
      counter.seeCheckout().takeTestCard().pay().seeOutcome("PAID");
      assertThat(cast.orders(email)).hasSize(1);
    }
  }

  private static void forget(Visit visit, Pattern name) {
    visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(name));
  }
}
