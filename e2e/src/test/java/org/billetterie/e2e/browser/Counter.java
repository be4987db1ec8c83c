package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.billetterie.e2e.stack.Canaries;

/// What a buyer does at the counter, step by step.
record Counter(Visit visit) {

  Counter openEvent(String id) {
    visit.open("/events/" + id);
    return this;
  }

  /// Presses "one more" of a ticket type.
  Counter choose(String type, int seats) {
    Locator more = visit.button("Une de plus : " + type, "One more: " + type);
    for (int i = 0; i < seats; i++) {
      more.click();
    }
    return this;
  }

  Counter reserve() {
    visit.buttonFrom("(Réserver|Prendre) \\d", "(Reserve|Take) \\d").click();
    return this;
  }

  /// Creates an account in the middle of the purchase.
  Counter register(String name, String email, String password) {
    visit.field("name").fill(name);
    visit.field("email").fill(email);
    visit.field("password").fill(password);
    visit
        .page()
        .locator(".inline-account form")
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions()
                .setName(visit.say("Créer un compte", "Create an account")))
        .click();
    return this;
  }

  /// Waits for the seats to be held.
  Counter seeCheckout() {
    assertThat(visit.page().locator("#pay-title")).isVisible();
    return this;
  }

  Counter takeTestCard() {
    visit.button("Carte acceptée", "Accepted card").click();
    assertThat(visit.field("number")).hasValue(spaced(Canaries.CARD));
    return this;
  }

  Counter takeDeclinedCard() {
    visit.button("Carte refusée", "Declined card").click();
    assertThat(visit.field("number")).hasValue(spaced(Canaries.DECLINED_CARD));
    return this;
  }

  Counter pay() {
    visit.buttonFrom("Payer ", "Pay ").click();
    return this;
  }

  /// @param status PAID, EXPIRED, CANCELED or RETURNED
  Counter seeOutcome(String status) {
    assertThat(outcome()).hasAttribute("data-status", status);
    return this;
  }

  Locator outcome() {
    return visit.page().getByTestId("outcome");
  }

  Locator total() {
    return visit.page().getByTestId("total");
  }

  Locator checking() {
    return visit.page().getByTestId("checking");
  }

  /// The test payment says on the spot that it is one.
  Counter seeTestMark(String within) {
    assertThat(visit.page().locator(within).locator(".test-mark").first())
        .hasText(visit.say("ESSAI", "TEST"));
    return this;
  }

  /// Opens the n-th ticket of a paid order, from 1, and waits until its code is drawn.
  Counter openTicket(int number) {
    visit.page().locator(".ticket-links a").nth(number - 1).click();
    assertThat(visit.page().locator(".ticket:visible")).hasAttribute("data-status", "VALID");
    Locator code = visit.page().getByAltText(Pattern.compile("^(Code à présenter|Code to show)"));
    assertThat(code).isVisible();
    visit.page().waitForFunction("(code) => code.naturalWidth > 0", code.elementHandle());
    return this;
  }

  /// The id at the end of the address.
  String orderId() {
    visit.page().waitForURL(Pattern.compile("/orders/[^/]+$"));
    String url = visit.page().url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String spaced(String number) {
    return number.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
