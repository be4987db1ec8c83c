package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `bin/up --demo` with a certificate of one's own.
@ExtendWith(Chromium.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
  @TempDir private static Path certificates;
  private static Stack stack;
  private static URI address;

  @BeforeAll
  static void startDemoOverHttps() {
    Path key = certificates.resolve("key.pem");
    Path certificate = certificates.resolve("certificate.pem");
    String words =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
            + " -addext subjectAltName=DNS:localhost -keyout "
            + key
            + " -out "
            + certificate;
    Command made = Command.run(Duration.ofMinutes(1), certificates, Map.of(), words.split(" "));
    assertThat(made.exit()).as(made.output()).isZero();
    stack = Stack.start(StackSettings.demo().with("TLS_CERT", certificate).with("TLS_KEY", key));
    address = URI.create("https://localhost:" + stack.url().getPort());
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  /// First: the demo opens this sale three minutes after its start.
  @Test
  @Order(1)
  void aSaleThatOpensSoonCountsDown(Chromium chromium) {
    try (Visit visit = chromium.visit(address, Device.PHONE, Language.FR)) {
      Demo demo = new Demo(visit.open("/"));
      demo.assertSale("Nuit blanche", "opens", "^\\s*Ouverture des ventes");
      demo.poster("Nuit blanche").locator("a").click();
      assertThat(visit.page().locator(".answer--opens")).isVisible();
      assertThat(visit.page().getByTestId("countdown")).hasText(Pattern.compile("^[0-2]:\\d\\d$"));
      visit.screen("sale that opens soon");
    }
  }

  @Test
  void theStartPrintsTheLoginsOfTheDemo() throws IOException {
    assertThat(stack.upSaid())
        .contains("demo-billetterie", address.toString())
        .containsPattern("acheteur@demo.example +User")
        .containsPattern("organisateur@demo.example +EventCreator")
        .containsPattern("admin@demo.example +Admin")
        .containsPattern("visiteur@demo.example +Basic");
    assertThat(Files.readString(stack.logs().resolve("auth.log"))).doesNotContain("demo-billet");
  }

  @ParameterizedTest
  @EnumSource
  void theListShowsEveryStateOfASale(Language language, Chromium chromium) {
    try (Visit visit = chromium.visit(address, Device.PHONE, language)) {
      Demo demo = new Demo(visit.open("/"));
      demo.assertSale("Cyrano", "onSale", visit.say("En vente", "On sale"));
      demo.assertSale("Lanternes", "last", visit.say("3 dernières", "Last 3"));
      demo.assertSale("Récital", "soldOut", visit.say("Complet", "Sold out"));
      demo.assertSale("Dégustation", "allHeld", visit.say("Tout est réservé", "All on hold"));
      demo.assertSale("Cinéma", "canceled", visit.say("Annulé", "Canceled"));
      assertThat(demo.poster("Rencontre").locator(".poster__price"))
          .containsText(visit.say("Gratuit", "Free"));
      assertThat(demo.poster("Gala")).hasCount(0);
      visit.screen("list of the demo");
      visit.button("Voir les événements passés", "Show past events").click();
      demo.assertSale("Contes", "past", visit.say("Passé", "Past"));
      visit.screen("past events");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeBoughtSaysWhy(Language language, Chromium chromium) {
    try (Visit visit = chromium.visit(address, Device.DESK, language)) {
      Demo demo = new Demo(visit);
      for (String title : new String[] {"Récital", "Dégustation", "Cinéma"}) {
        visit.open("/");
        demo.poster(title).locator("a").click();
        assertThat(visit.page().locator(".answer")).isVisible();
        visit.screen(title);
      }
      demo.signIn("Organisateur", "Organizer");
      visit.navigate("Organiser", "Organize");
      assertThat(visit.page().locator("[data-sale=draft]")).isVisible();
      visit.screen("own events of the demo");
    }
  }

  @ParameterizedTest
  @EnumSource
  void overHttpsABuyerSignsInAndBuys(Language language, Chromium chromium) {
    try (Visit visit = chromium.visit(address, Device.DESK, language)) {
      new Demo(visit).signIn("Acheteur", "Buyer").buyAnEvening();
      assertThat(visit.context().cookies())
          .extracting((Cookie cookie) -> cookie.name)
          .containsExactlyInAnyOrder("__Host-billetterie_at", "__Host-billetterie_rt");
      assertThat(visit.context().cookies())
          .allMatch(cookie -> cookie.secure && cookie.httpOnly && "/".equals(cookie.path));
    }
  }
}
