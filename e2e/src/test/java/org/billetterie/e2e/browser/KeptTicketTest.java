package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A ticket at the door: without a network, and on paper.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class KeptTicketTest {
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");
  private static final double CODE_MIN_MM = 70;
  private static final double PIXELS_A_MM = 96 / 25.4;

  /// Whether the page and its code lie in the browser.
  private static final String KEPT =
      """
      async (id) => {
        const cache = await caches.open('billetterie.tickets.1');
        return Boolean(await cache.match('/tickets') && await cache.match(`/api/tickets/${id}.svg`));
      }
      """;

  private static final String LEFT =
      "async () => (await caches.keys()).length"
          + " + (await navigator.serviceWorker.getRegistrations()).length";

  @Test
  void onceOpenedATicketOpensWithoutANetworkUntilItsReaderSignsOut(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Mélicerte"), 10, 0);
    String email = cast.people().register("Noé");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.expectError("net::ERR_").signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeOutcome("PAID").openTicket(1);
      Page page = visit.page();
      String address = page.url();
      String id = address.substring(address.lastIndexOf('/') + 1);
      until("what the ticket needs is kept", () -> page.evaluate(KEPT, id).equals(true));

      visit.context().setOffline(true);
      page.reload();
      Locator ticket = page.locator(".ticket[data-status=VALID]:visible");
      assertThat(ticket).isVisible();
      assertThat(page.locator("main")).containsText("voici votre billet tel qu’il a été gardé");
      page.waitForFunction(
          "(code) => code.naturalWidth > 0", ticket.locator("img").elementHandle());
      visit.screen("ticket without a network");

      visit.context().setOffline(false);
      visit.open("/profile");
      visit.button("Se déconnecter", "Sign out").click();
      page.waitForURL(Pattern.compile("/$"));
      until("nothing is left", () -> page.evaluate(LEFT).equals(0));
    }
  }

  /// The browser's own wait takes the promise of an answer for the answer.
  private static void until(String what, BooleanSupplier condition) {
    Until.holds(what, Duration.ofSeconds(30), condition);
  }

  @Test
  void everyTicketHasAnA4SheetOfItsOwnWithACodeThatCanBeRead(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Les Fâcheux"), 10, 0);
    String email = cast.people().register("Gil");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 3).reserve().seeOutcome("PAID");
      assertPrinted(visit.page(), 3);
      counter.openTicket(2);
      assertPrinted(visit.page(), 1);
    }
  }

  private static void assertPrinted(Page page, int tickets) {
    page.waitForFunction(
        "() => [...document.querySelectorAll('.ticket img')].every((code) => code.naturalWidth > 0)");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".ticket:visible")).hasCount(tickets);
    for (Locator code : page.locator(".ticket:visible img").all()) {
      assertThat(code.boundingBox().width).isGreaterThan(CODE_MIN_MM * PIXELS_A_MM);
    }
    byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    String text = new String(paper, StandardCharsets.ISO_8859_1);
    assertThat(SHEET.matcher(text).results().count()).isEqualTo(tickets);
  }
}
