package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// The demo world, as somebody who has just started it meets it.
record Demo(Visit visit) {
  /// How many events the list has: all but the one that is over and the draft.
  static final int SHOWN = 14;

  /// Signs in with one of the buttons, which are called after the roles.
  Demo signIn(String french, String english) {
    visit.open("/sign-in");
    Locator login =
        visit
            .page()
            .locator(
                ".demo__login", new Page.LocatorOptions().setHasText(visit.say(french, english)));
    assertThat(login).isVisible();
    visit.screen("demo logins");
    login.click();
    visit.page().waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  /// Buys one seat of the first evening and looks at the ticket.
  Counter buyAnEvening() {
    visit.open("/");
    poster("Cyrano de Bergerac").getByRole(AriaRole.LINK).click();
    Counter counter = new Counter(visit);
    counter.choose("Plein tarif", 1).seeTestMark(".booking").reserve().seeCheckout();
    counter.takeTestCard().pay().seeOutcome("PAID").openTicket(1);
    visit.screen("ticket of the demo");
    return counter;
  }

  Locator poster(String title) {
    return visit.page().locator(".poster", new Page.LocatorOptions().setHasText(title));
  }

  /// Where the sale of an event stands, as its poster tells it.
  void assertSale(String title, String state, String words) {
    Locator badge = poster(title).locator("[data-sale=" + state + "]");
    assertThat(badge).isVisible();
    assertThat(badge).hasText(Pattern.compile(words));
  }
}
