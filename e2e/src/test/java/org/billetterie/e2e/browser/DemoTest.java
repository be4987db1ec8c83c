package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Load;
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
  private static final Pattern STATUS =
      Pattern.compile("(?m)^(\\w+) +ready +\\d+ +(\\d+) +(\\d+) +\\d+$");

  /// Twice what is promised of an idle machine: this one runs a browser, and furnishes its demo.
  private static final Duration READY_WITHIN = Duration.ofSeconds(6);

  private static final int MEMORY_MB = 256;
  private static final Duration OPENS_AFTER = Duration.ofMinutes(3);
  private static final LocalTime EVENING = LocalTime.of(20, 30);

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
  @Order(2)
  void everyPartIsReadySoonAndSmall() {
    Command status = stack.run("bin/status", "--demo");
    assertThat(status.exit()).as(status.output()).isZero();
    System.out.print(status.output());
    for (String service : new String[] {"auth", "webd"}) {
      Matcher line = STATUS.matcher(status.output());
      assertThat(line.results().filter(each -> service.equals(each.group(1))))
          .singleElement()
          .satisfies(each -> {
            assertThat(Duration.ofMillis(Long.parseLong(each.group(2))))
                .isLessThanOrEqualTo(Load.allows(READY_WITHIN));
            assertThat(Integer.parseInt(each.group(3))).as("MB").isLessThanOrEqualTo(MEMORY_MB);
          });
    }
  }

  @Test
  @Order(3)
  void theWorldHasEveryKindOfEventAndThreeWeeksOfSales() {
    DemoRecords demo = DemoRecords.read(stack.webdDatabase());
    LocalDateTime now = LocalDateTime.now(DemoRecords.PARIS);

    assertThat(demo.events()).hasSize(16);
    assertThat(demo.events().stream().filter(DemoTest::isEvening)).hasSize(8);
    assertThat(demo.event("Festival").left()).isEqualTo(3);
    assertThat(demo.event("Récital"))
        .satisfies(soldOut -> assertThat(soldOut.left() + soldOut.held()).isZero());
    assertThat(demo.event("Dégustation").left()).isZero();
    assertThat(demo.event("Dégustation").held()).isPositive();
    assertThat(demo.event("Rencontre").dearestMinor()).isZero();
    assertThat(demo.event("Contes").startsAt()).isBefore(now);
    assertThat(demo.event("Cinéma").status()).isEqualTo("CANCELED");
    assertThat(demo.event("Gala").status()).isEqualTo("DRAFT");
    assertThat(demo.events())
        .filteredOn(event -> !event.title().startsWith("Contes"))
        .allSatisfy(event -> assertThat(event.startsAt()).isAfter(now));
    assertThat(
            demo.sales().stream()
                .map(sale -> LocalDate.ofInstant(sale.paidAt(), DemoRecords.PARIS))
                .distinct())
        .as("days with sales")
        .hasSizeBetween(20, 22);
    assertThat(demo.sales())
        .allSatisfy(sale -> assertThat(sale.paidAt()).isBefore(sale.startsAt()));
  }

  @Test
  @Order(4)
  void theDemoIsNotStartedAsARealHouse() {
    Command real = stack.run("bin/up", "-d");
    assertThat(real.exit()).isEqualTo(1);
    assertThat(real.output()).contains("holds the demo", "--demo");
  }

  /// Ten days later, after visitors have renamed, moved and deleted what they could.
  @Test
  @Order(Integer.MAX_VALUE)
  void aVisitedDemoStartsAgainOnAnotherDayWithItsDatesRenewed() {
    DemoRecords before = DemoRecords.read(stack.webdDatabase());
    stack.stop();
    DemoRecords.change(
        stack.webdDatabase(),
        "UPDATE event SET starts_at = starts_at - 864000000, ends_at = ends_at - 864000000",
        "UPDATE event SET title = 'Autre chose' WHERE title LIKE 'Dégustation%'",
        "UPDATE event SET title = 'Autre pièce', starts_at = starts_at + 86400000"
            + " WHERE title = 'Le Malade imaginaire'",
        "DELETE FROM quota WHERE event_id IN (SELECT id FROM event WHERE status = 'DRAFT')",
        "DELETE FROM ticket_type WHERE event_id IN (SELECT id FROM event WHERE status = 'DRAFT')",
        "DELETE FROM event WHERE status = 'DRAFT'");
    stack.startAgain();
    DemoRecords after = DemoRecords.read(stack.webdDatabase());

    assertThat(after.events()).hasSize(15);
    assertThat(after.event("Autre pièce").day())
        .isEqualTo(before.event("Le Malade").day().plusDays(1));
    for (DemoRecords.Played event : after.events()) {
      if (!event.title().startsWith("Autre")) {
        assertThat(event.day()).as(event.title()).isEqualTo(before.event(event.title()).day());
      }
    }
    assertThat(after.event("Concert").opensAt())
        .isBetween(before.event("Concert").opensAt(), Instant.now().plus(OPENS_AFTER));
  }

  private static boolean isEvening(DemoRecords.Played event) {
    return "PUBLISHED".equals(event.status())
        && EVENING.equals(event.startsAt().toLocalTime())
        && event.dearestMinor() == 2_400;
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

  /// A service worker, which keeps tickets for a night without a network, asks for a certificate
  /// that the browser knows; all else works without it.
  @ParameterizedTest
  @EnumSource
  void overHttpsABuyerSignsInAndBuys(Language language, Chromium chromium) {
    try (Visit visit =
        chromium
            .visit(address, Device.DESK, language)
            .expectError("SSL certificate error occurred when fetching the script")) {
      new Demo(visit).signIn("Acheteur", "Buyer").buyAnEvening();
      assertThat(visit.context().cookies())
          .extracting((Cookie cookie) -> cookie.name)
          .containsExactlyInAnyOrder("__Host-billetterie_at", "__Host-billetterie_rt");
      assertThat(visit.context().cookies())
          .allMatch(cookie -> cookie.secure && cookie.httpOnly && "/".equals(cookie.path));
    }
  }
}
