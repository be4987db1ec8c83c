package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A house on its first evening: nobody was named as Admin, and nothing is there.
@ExtendWith(Chromium.Shared.class)
class EmptyHouseTest {
  private static final StackSettings EMPTY =
      new StackSettings(Map.of("AUTH_BCRYPT_COST", "10"), List.of());

  @Test
  void theFirstAdminIsLedFromAnEmptyHouseToItsFirstEvent(Chromium chromium) throws IOException {
    try (Stack stack = Stack.start(EMPTY)) {
      String first = firstPassword(stack);
      try (Visit visitor = chromium.visit(stack.url(), Device.SMALL_PHONE, Language.EN)) {
        visitor.open("/");
        assertThat(visitor.page().locator(".empty")).isVisible();
        assertThat(visitor.page().locator(".checklist")).hasCount(0);
        visitor.screen("empty house, a visitor");
      }
      try (Visit admin = chromium.visit(stack.url(), Device.SMALL_PHONE, Language.FR)) {
        choosePassword(admin, first, stack.canaries().password());
        checklist(admin);
        nameTheHouse(admin);
        publish(admin);
      }
      try (Visit visitor = chromium.visit(stack.url(), Device.PHONE, Language.EN)) {
        visitor.open("/");
        assertThat(visitor.page().locator(".poster")).hasCount(1);
        assertThat(visitor.page().locator(".wordmark")).containsText("Théâtre du Pont");
      }
    }
  }

  private static String firstPassword(Stack stack) throws IOException {
    Path file = stack.logs().resolveSibling("auth").resolve("first-admin.txt");
    String line = Files.readAllLines(file).get(1);
    return stack.canaries().add(line.substring("password: ".length()));
  }

  private static void choosePassword(Visit admin, String first, String next) {
    admin.open("/sign-in");
    admin.field("email").fill("admin@localhost");
    admin.field("password").fill(first);
    admin.field("password").press("Enter");
    assertThat(admin.page().getByTestId("choose-password")).isVisible();
    admin.field("newPassword").fill(next);
    admin.field("newPassword").press("Enter");
    assertThat(admin.page().getByTestId("choose-password")).hasCount(0);
  }

  private static void checklist(Visit admin) {
    admin.open("/");
    assertThat(admin.page().locator(".empty")).isVisible();
    assertThat(step(admin, "password")).hasAttribute("data-done", "true");
    for (String left : List.of("house", "texts", "event", "noPayment", "mail")) {
      assertThat(step(admin, left)).hasAttribute("data-done", "false");
    }
    admin.screen("empty house, its Admin");
  }

  private static void nameTheHouse(Visit admin) {
    step(admin, "house").locator("a").click();
    admin.field("name").fill("Théâtre du Pont");
    admin.field("contactPhone").fill("02 47 00 00 00");
    admin.button("Enregistrer", "Save").click();
    assertThat(admin.page().locator("main .notice--good")).isVisible();
    admin.navigate("Organiser", "Organize");
    assertThat(step(admin, "house")).hasAttribute("data-done", "true");
    admin.screen("own events, none yet, with what is left to do");
  }

  private static void publish(Visit admin) {
    step(admin, "event").locator("a").click();
    admin.field("title").fill("Bal de la Saint-Jean");
    admin.field("startsAt").fill(LocalDate.now().plusDays(30) + "T20:30");
    admin.field("capacity").fill("80");
    admin.field("type-name-0").fill("Entrée");
    admin.field("type-price-0").fill("5");
    admin.button("Publier", "Publish").click();
    assertThat(admin.expect(409).problem("payment-not-configured")).isVisible();
    admin.screen("a price, and no way to pay");
    admin.field("type-price-0").fill("0");
    admin.button("Publier", "Publish").click();
    admin.page().waitForURL(Pattern.compile("/manage/events/[^/]+$"));
    assertThat(admin.page().locator(".notice--good")).isVisible();
    admin.navigate("Organiser", "Organize");
    assertThat(step(admin, "event")).hasAttribute("data-done", "true");
    admin.button("Ne plus montrer cette liste", "Do not show this list any more").click();
    assertThat(admin.page().locator(".checklist")).hasCount(0);
    admin.page().reload();
    assertThat(admin.page().locator(".row--event")).isVisible();
    assertThat(admin.page().locator(".checklist")).hasCount(0);
  }

  private static Locator step(Visit admin, String name) {
    return admin.page().locator(".checklist [data-step='" + name + "']");
  }
}
