package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Canaries;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody who has never been here follows a link to an event and holds a ticket: how many
/// screens, fields and taps that takes, and that each field may be filled by the phone itself.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class StrangerTest {
  private static final int SCREENS_MAX = 5;
  private static final int FIELDS_MAX = 8;
  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final Duration SIGNED_IN = Duration.ofDays(30);

  private final List<String> screens = new ArrayList<>();
  private int fields;
  private int taps;

  @ParameterizedTest
  @EnumSource
  void buysAndShowsATicketWithinFiveScreensAndEightFields(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("L’Avare"), 10, 2_400);
    String email = Cast.newEmail();
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      long since = System.nanoTime();
      visit.open("/events/" + show.id());
      choose(visit);
      introduce(visit, email, cast.password());
      pay(visit);
      showTicket(visit);
      Duration took = Duration.ofNanos(System.nanoTime() - since);

      System.out.printf(
          "stranger: %s %d screens (%s), %d typed fields, %d taps, %.1f s by a machine%n",
          language,
          screens.size(),
          String.join(", ", screens),
          fields,
          taps,
          took.toMillis() / 1e3);
      assertThat(screens).hasSizeLessThanOrEqualTo(SCREENS_MAX);
      assertThat(fields).isLessThanOrEqualTo(FIELDS_MAX);
      assertThat(took).isLessThan(WITHIN);
      assertThat(cast.tickets(email)).hasSize(1);
      assertStaysSignedIn(visit);
    }
  }

  private void choose(Visit visit) {
    seen(visit, "event", visit.page().locator(".booking"));
    tap(visit.button("Une de plus : Place 1", "One more: Place 1"));
    Locator booking = visit.page().locator(".booking");
    assertThat(booking).containsText(Pattern.compile("24[,.]00"));
    assertThat(booking).containsText(visit.say("Toutes taxes comprises", "All taxes included"));
    tap(visit.buttonFrom("Réserver 1 place", "Reserve 1 place"));
  }

  private void introduce(Visit visit, String email, String password) {
    Locator form = visit.page().locator(".inline-account form");
    seen(visit, "account", form);
    type(visit.field("name"), "Zoé Lebrun", "name", null);
    type(visit.field("email"), email, "username", "email");
    type(visit.field("password"), password, "new-password", null);
    tap(form.locator("button.button--primary"));
  }

  private void pay(Visit visit) {
    Locator title = visit.page().locator("#pay-title");
    seen(visit, "checkout", title);
    assertThat(visit.page().locator(".summary"))
        .containsText(visit.say("Vendu par Théâtre des Essais", "Sold by Théâtre des Essais"));
    assertThat(visit.page().locator(".summary"))
        .containsText(visit.say("Toutes taxes comprises", "All taxes included"));
    assertThat(visit.page().locator(".pay"))
        .containsText(visit.say("pas de droit de rétractation", "no right of withdrawal"));
    type(visit.field("number"), Canaries.CARD, "cc-number", "numeric");
    type(visit.field("expiry"), "12/40", "cc-exp", "numeric");
    type(visit.field("cvc"), "123", "cc-csc", "numeric");
    Locator button = visit.buttonFrom("Payer ", "Pay ");
    assertThat(button).hasText(Pattern.compile(visit.say("Payer 24,00.€", "Pay €24.00")));
    tap(button);
  }

  private void showTicket(Visit visit) {
    seen(visit, "paid order", visit.page().locator("[data-status=PAID]"));
    tap(visit.page().locator(".ticket-links a").first());
    seen(visit, "ticket", visit.page().locator(".ticket[data-status=VALID]:visible"));
    Locator code = visit.page().locator(".ticket:visible img");
    visit.page().waitForFunction("(code) => code.naturalWidth > 0", code.elementHandle());
  }

  private static void assertStaysSignedIn(Visit visit) {
    Instant ends =
        visit.context().cookies().stream()
            .filter(cookie -> cookie.name.endsWith("_rt"))
            .map((Cookie cookie) -> Instant.ofEpochSecond(cookie.expires.longValue()))
            .findFirst()
            .orElseThrow();
    assertThat(Duration.between(Instant.now(), ends))
        .isBetween(SIGNED_IN.minusHours(1), SIGNED_IN.plusHours(1));
  }

  private void seen(Visit visit, String name, Locator sign) {
    assertThat(sign).isVisible();
    screens.add(name);
  }

  private void tap(Locator control) {
    control.click();
    taps++;
  }

  /// A phone fills what says what it is, and shows the keyboard that fits.
  private void type(Locator field, String text, String autocomplete, String keyboard) {
    assertThat(field).hasAttribute("autocomplete", autocomplete);
    if (keyboard != null) {
      assertThat(field).hasAttribute("inputmode", keyboard);
    }
    field.fill(text);
    fields++;
  }
}
