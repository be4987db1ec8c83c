package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is shown when something is not as it should be: no JavaScript, a part that restarts, a tab
/// that is older than the house. (No such page: RolesTest. A session that has ended: SessionTest.)
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class PlainPagesTest {
  /// The door's own words: RestartTest meets them where a part was killed.
  private static final String RESTARTING =
      "{\"type\":\"/problems#unavailable\",\"title\":\"Service momentanément indisponible /"
          + " Temporarily unavailable\",\"status\":503,\"detail\":\"Cette partie du service"
          + " redémarre.\",\"instance\":\"0123456789abcdef0123456789abcdef\",\"errors\":[]}";

  @Test
  void withoutJavaScriptAnEventIsReadAndTheRestIsExplained(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String title = Cast.newTitle("Amphitryon");
    Show show = cast.show(title, 10, 2_400);
    try (Visit visit = chromium.visitWithoutScript(stack.url(), Device.PHONE, Language.FR)) {
      visit.open("/events/" + show.id());
      Page page = visit.page();
      assertThat(page.locator("h1")).hasText(title);
      assertThat(page.locator("article")).containsText("24,00");
      assertThat(page.locator(".noscript [lang=fr]")).containsText("a besoin de JavaScript");
      assertThat(page.locator(".noscript [lang=en]")).containsText("needs JavaScript");
      visit.open("/");
      assertThat(page.locator("main, section").first()).isVisible();
      visit.open("/tickets");
      assertThat(page.locator(".noscript [lang=fr]")).containsText("a besoin de JavaScript");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPartThatRestartsIsWaitedFor(Language language, Stack stack, Chromium chromium) {
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.expect(503);
      Page page = visit.page();
      page.route("**/api/events?**", PlainPagesTest::restarting);
      visit.open("/?q=" + Cast.newTitle("rien").replace(" ", "%20"));
      Locator notice = visit.problem("unavailable");
      assertThat(notice)
          .containsText(visit.say("La page réessaie toute seule", "This page tries again"));
      visit.screen("a part restarts");
      copyReference(visit, notice);
      page.unroute("**/api/events?**");
      assertThat(page.locator(".empty")).isVisible();
      assertThat(notice).hasCount(0);
      visit.screen("nothing found");
    }
  }

  /// Whoever asks for help can say which request it was.
  private static void copyReference(Visit visit, Locator notice) {
    visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    notice.locator(".link-button").click();
    assertThat(notice.locator(".link-button")).hasText(visit.say("Copié", "Copied"));
    assertThat(visit.page().evaluate("navigator.clipboard.readText()"))
        .isEqualTo("0123456789abcdef0123456789abcdef");
  }

  @ParameterizedTest
  @EnumSource
  void aTabThatIsOlderThanTheHouseReloads(Language language, Stack stack, Chromium chromium) {
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.open("/problems");
      assertThat(visit.page().locator("h1")).isVisible();
      visit.expect(404).expectError("Failed to fetch dynamically imported module");
      // Files of the older version are gone: their names are others now.
      visit.page().route("**/assets/*.js", route -> gone(route));
      visit.navigate("Se connecter", "Sign in");
      assertThat(visit.page().locator("h1"))
          .hasText(Pattern.compile(visit.say("vient d’être mise à jour", "has just been updated")));
      visit.screen("a tab older than the house");
      visit.page().unroute("**/assets/*.js");
      visit.button("Recharger", "Reload").click();
      assertThat(visit.field("password")).isVisible();
    }
  }

  private static void gone(Route route) {
    route.fulfill(new Route.FulfillOptions().setStatus(404).setBody(""));
  }

  private static void restarting(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(503)
            .setContentType("application/problem+json")
            .setHeaders(java.util.Map.of("Retry-After", "2"))
            .setBody(RESTARTING));
  }
}
