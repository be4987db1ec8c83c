package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A whole purchase without a mouse.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class KeyboardTest {
  private static final int MOST_TABS = 40;

  /// The outline is on the control itself, or around the poster whose link it is.
  private static final String SHOWS_FOCUS =
      "(control) => [control, control.closest('.cover')]"
          + ".some((one) => one && getComputedStyle(one).outlineStyle !== 'none')";

  @Test
  void aWholePurchaseNeedsNoMouse(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String title = Cast.newTitle("Le Dépit amoureux");
    cast.show(title, 10, 2_400, 1_200);
    String email = Cast.newEmail();
    try (Visit visit = chromium.visit(stack.url(), Device.DESK, Language.FR)) {
      Page page = visit.open("/").page();
      press(page, visit.link("Aller au contenu", "Skip to content"));
      assertThat(page.locator("main")).isFocused();
      type(page, page.locator("#event-search"), title);
      page.keyboard().press("Enter");
      assertThat(page.locator(".poster")).hasCount(1);
      press(page, visit.link(title, title));
      Locator more = visit.button("Une de plus : Place 2", "One more: Place 2");
      press(page, more);
      page.keyboard().press("Space");
      press(page, visit.button("Réserver 2 places", "Reserve 2 places"));
      assertThat(page.locator(".inline-account")).isFocused();
      type(page, visit.field("name"), "Yann");
      type(page, visit.field("email"), email);
      type(page, visit.field("password"), cast.password());
      press(page, page.locator(".inline-account form .button--primary"));
      assertThat(page.locator("#pay-title")).isVisible();
      press(page, visit.button("Carte acceptée", "Accepted card"));
      press(page, visit.buttonFrom("Payer ", "Pay "));
      new Counter(visit).seeOutcome("PAID");
      press(page, page.locator(".ticket-links a").nth(1));
      assertThat(page.locator(".ticket:visible")).isVisible();
      visit.screen("ticket, by keyboard");
      assertThat(cast.tickets(email)).hasSize(2);
    }
  }

  @Test
  void aDialogKeepsTheKeyboardAndGivesItBack(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("L’Étourdi"), 10, 2_400);
    String email = cast.people().register("Eva");
    try (Visit visit = chromium.visit(stack.url(), Device.DESK, Language.EN)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeCheckout();
      Locator giveUp =
          visit.button("Renoncer et rendre les places", "Give up and return the places");
      press(visit.page(), giveUp);
      assertThat(visit.page().locator("dialog")).isVisible();
      visit.page().keyboard().press("Escape");
      assertThat(visit.page().locator("dialog")).hasCount(0);
      assertThat(giveUp).isFocused();
      press(visit.page(), giveUp);
      press(visit.page(), visit.button("Rendre les places", "Give the places back"));
      counter.seeOutcome("RETURNED");
      visit.screen("given back, by keyboard");
    }
  }

  private static void type(Page page, Locator field, String text) {
    tabTo(page, field);
    page.keyboard().type(text);
  }

  private static void press(Page page, Locator control) {
    tabTo(page, control);
    page.keyboard().press("Enter");
  }

  /// Goes on with Tab until it is reached, and looks that its focus can be seen.
  private static void tabTo(Page page, Locator wanted) {
    assertThat(wanted).isVisible();
    for (int tabs = 0; !isFocused(wanted); tabs++) {
      assertThat(tabs).as("Tab reaches " + wanted).isLessThan(MOST_TABS);
      page.keyboard().press("Tab");
    }
    assertThat((Boolean) wanted.evaluate(SHOWS_FOCUS)).as("the focus on " + wanted).isTrue();
  }

  private static boolean isFocused(Locator wanted) {
    return (Boolean) wanted.evaluate("(el) => el === document.activeElement");
  }
}
