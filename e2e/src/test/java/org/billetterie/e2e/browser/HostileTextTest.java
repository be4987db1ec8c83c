package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an organizer types is read everywhere and run nowhere: in the pages that webd fills in, in
/// what the script shows, in orders and tickets.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class HostileTextTest {
  private static final String HOSTILE =
      "</title></script></noscript><script>window.run=1</script>"
          + "<img src=x onerror=\"window.run=2\"><svg onload='window.run=3'> {{7*7}} ";

  @Test
  void isReadAndNeverRun(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String title = Cast.newTitle(HOSTILE).strip();
    Organizer organizer =
        new Organizer(
            cast.people()
                .signIn(
                    cast.account("EventCreator", "<b>Ruse</b><img src=x onerror=window.run=4>")));
    Map<String, Object> draft = Show.draft(title, 9, 1_500);
    draft.put("venue", HOSTILE);
    draft.put("description", HOSTILE + "\n\n" + HOSTILE);
    draft.put("ticketTypes", java.util.List.of(Map.of("name", "<i>x</i>", "priceMinor", 1_500)));
    Show show = Show.of(organizer.account().api().post("/api/events", draft).expect(201));
    String email = cast.people().register("Lou");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id());
      assertThat(visit.page().locator("h1")).hasText(title);
      assertUnharmed(visit.page());
      counter.choose("<i>x</i>", 1).reserve().seeCheckout();
      assertUnharmed(visit.page());
      counter.takeTestCard().pay().seeOutcome("PAID").openTicket(1);
      assertUnharmed(visit.page());
      visit.open("/?q=" + title.substring(title.length() - 8));
      assertThat(visit.page().locator(".poster")).hasCount(1);
      assertUnharmed(visit.page());
    }
  }

  private static void assertUnharmed(Page page) {
    assertThat(page.locator("img[onerror], svg[onload], b, i:not(.loading__dots i)")).hasCount(0);
    Object run = page.evaluate("String(window.run)");
    assertThat(run).as("something that was typed was run").isEqualTo("undefined");
  }
}
