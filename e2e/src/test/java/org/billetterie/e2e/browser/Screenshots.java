package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.Locale;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.Test;

/// The pictures of docs/img, taken from the demo: `bin/screenshots`. No test, and so not called
/// one.
class Screenshots {
  private static final Path FOLDER = Stack.ROOT.resolve("docs/img");

  @Test
  void takeAll() {
    try (Stack stack = Stack.start(StackSettings.demo());
        Chromium chromium = Chromium.start()) {
      for (Language language : Language.values()) {
        try (Visit visit = chromium.visit(stack.url(), Device.DESK, language)) {
          atTheDesk(visit, language);
        }
        for (Device device : new Device[] {Device.PHONE, Device.SMALL_PHONE}) {
          try (Visit visit = chromium.visit(stack.url(), device, language)) {
            onThePhone(visit, device, language);
          }
        }
      }
    }
  }

  private static void atTheDesk(Visit visit, Language language) {
    visit.open("/");
    assertThat(visit.page().locator(".poster")).hasCount(Demo.SHOWN);
    take(visit, language == Language.FR ? "event-list" : "event-list-dark-en");
    Demo demo = new Demo(visit).signIn("Organisateur", "Organizer");
    visit.open("/");
    demo.poster("Le Malade imaginaire").locator("a").click();
    visit.link("Ses ventes", "Its sales").click();
    assertThat(visit.page().locator("[data-figure=sold]")).isVisible();
    take(visit, "sales" + suffix(language));
    visit.link("Modifier", "Edit").click();
    assertThat(visit.field("capacity")).isVisible();
    take(visit, "editor" + suffix(language));
  }

  private static void onThePhone(Visit visit, Device device, Language language) {
    String end = (device == Device.PHONE ? "" : "-320") + suffix(language);
    Demo demo = new Demo(visit).signIn("Acheteur", "Buyer");
    visit.open("/");
    demo.poster("Le Malade imaginaire").locator("a").click();
    Counter counter = new Counter(visit).choose("Plein tarif", 2);
    take(visit, "event" + end);
    counter.reserve().seeCheckout();
    take(visit, "checkout" + end);
    counter.takeTestCard().pay().seeOutcome("PAID").openTicket(1);
    take(visit, "ticket" + end);
  }

  private static String suffix(Language language) {
    return language == Language.FR ? "" : "-dark-" + language.name().toLowerCase(Locale.ROOT);
  }

  private static void take(Visit visit, String name) {
    visit.page().evaluate("document.fonts.ready");
    visit
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setType(ScreenshotType.PNG)
                .setPath(FOLDER.resolve(name + ".png")));
  }
}
