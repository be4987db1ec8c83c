package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.Test;

/// The pictures of docs/img, taken from the demo: `bin/screenshots`. Every screen goes to
/// docs/img/screens (not in git) to be looked at; what the README shows lies beside it. No test,
/// and so not called one.
class Screenshots {
  private static final Path FOLDER = Stack.ROOT.resolve("docs/img");
  private static final Set<String> OF_THE_README =
      Set.of(
          "list-1280-light",
          "event-390-light",
          "checkout-390-light",
          "ticket-390-dark",
          "editor-1280-light",
          "sales-1280-dark");

  @Test
  void takeAll() {
    try (Stack stack = Stack.start(StackSettings.demo());
        Chromium chromium = Chromium.start()) {
      for (Language language : Language.values()) {
        for (Device device : Device.values()) {
          try (Visit visit = chromium.visit(stack.url(), device, language)) {
            Camera camera = new Camera(visit, device, language);
            visitor(visit, camera);
            buyer(visit, camera);
            organizer(visit, camera);
            admin(visit, camera);
          }
        }
      }
    }
  }

  private static void visitor(Visit visit, Camera camera) {
    visit.open("/");
    assertThat(visit.page().locator(".poster")).hasCount(Demo.SHOWN);
    camera.take("list");
    camera.take("sign-in", "/sign-in", ".demo__login");
    camera.take("register", "/register", "form [name=email]");
    camera.take("messages", "/problems", ".problem");
    camera.take("not-found", "/nowhere", "main h1");
    for (String title : new String[] {"Récital de piano", "Festival des Lanternes", "Cinéma"}) {
      visit.open("/");
      new Demo(visit).poster(title).locator("a").click();
      assertThat(visit.page().locator(".event")).isVisible();
      camera.take("event-" + title.split(" ")[0].toLowerCase(Locale.ROOT).replace("é", "e"));
    }
  }

  private static void buyer(Visit visit, Camera camera) {
    Demo demo = new Demo(visit).signIn("Acheteur", "Buyer");
    visit.open("/");
    demo.poster("Le Malade imaginaire").locator("a").click();
    Counter counter = new Counter(visit).choose("Plein tarif", 2);
    camera.take("event");
    counter.reserve().seeCheckout();
    camera.take("checkout");
    counter.takeTestCard().pay().seeOutcome("PAID");
    camera.take("paid");
    counter.openTicket(1);
    camera.take("ticket");
    camera.take("tickets", "/tickets", "main a[href^='/tickets/']");
    camera.take("orders", "/orders", ".row");
    camera.take("account", "/profile", "main form");
  }

  private static void organizer(Visit visit, Camera camera) {
    Demo demo = signOut(visit).signIn("Organisateur", "Organizer");
    camera.take("own-events", "/manage", ".row--event");
    camera.take("new-event", "/manage/new", "form [name=title]");
    visit.open("/");
    demo.poster("Le Malade imaginaire").locator("a").click();
    visit.link("Ses ventes", "Its sales").click();
    assertThat(visit.page().locator("[data-figure=sold]")).isVisible();
    camera.take("sales");
    visit.link("Modifier", "Edit").click();
    assertThat(visit.field("capacity")).isVisible();
    camera.take("editor");
    visit.link("Dupliquer", "Duplicate").click();
    assertThat(visit.field("date-0")).isVisible();
    camera.take("copies");
  }

  private static Demo signOut(Visit visit) {
    visit.open("/profile");
    visit.button("Se déconnecter", "Sign out").click();
    visit.page().waitForURL(url -> !url.contains("/profile"));
    return new Demo(visit);
  }

  private static void admin(Visit visit, Camera camera) {
    signOut(visit).signIn("Administrateur", "Administrator");
    camera.take("accounts", "/accounts", ".row");
    camera.take("house", "/house", "form [name=name]");
  }

  /// Light and dark, each at its whole length.
  private record Camera(Visit visit, Device device, Language language) {

    void take(String screen, String path, String ready) {
      visit.open(path);
      assertThat(visit.page().locator(ready).first()).isVisible();
      take(screen);
    }

    void take(String screen) {
      visit.page().evaluate("document.fonts.ready");
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String name = screen + "-" + device.width() + "-" + scheme.name().toLowerCase(Locale.ROOT);
        String file = name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png";
        save(FOLDER.resolve("screens").resolve(file), true);
        if (OF_THE_README.contains(name)) {
          save(FOLDER.resolve(file), false);
        }
      }
    }

    private void save(Path file, boolean whole) {
      visit.page().screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(file));
    }
  }
}
