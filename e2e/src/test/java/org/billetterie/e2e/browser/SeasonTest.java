package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Picture;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From an empty form to a season on sale, on a small phone, in a currency with 3 decimals (French)
/// or none (English).
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class SeasonTest {
  private static final Pattern ONE_PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  @ParameterizedTest
  @EnumSource
  void anEventIsCopiedToSeveralDatesAndItsPosterIsPrinted(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String email = cast.account("EventCreator", "Théâtre de Poche");
    String title = Cast.newTitle("Bérénice");
    String id;
    try (Visit visit = chromium.visit(stack.url(), Device.SMALL_PHONE, language)) {
      visit.signIn(email, cast.password());
      write(visit, title);
      cover(visit);
      publish(visit, title);
      id = visit.page().url().replaceAll(".*/", "");
      assertThat(visit.page().getByTestId("sale-link").first())
          .hasText(stack.url() + "/events/" + id);
      visit.button("Copier le lien de vente", "Copy the sale link").first().click();
      assertThat(visit.button("Copié", "Copied")).isVisible();
      assertThat(visit.copied()).isEqualTo(stack.url() + "/events/" + id);
      copies(visit);
      poster(visit, id, title);
    }
    buy(stack, chromium, language, cast, id);
    try (Visit visit = chromium.visit(stack.url(), Device.SMALL_PHONE, language)) {
      visit.signIn(email, cast.password()).open("/manage/events/" + id + "/sales");
      assertThat(visit.page().locator("[data-figure=revenue]"))
          .hasText(language == Language.FR ? money("25,000.TND") : money("JP¥2,500|¥2,500"));
    }
  }

  /// Spaces in amounts are narrow and never break.
  private static Pattern money(String text) {
    return Pattern.compile(text);
  }

  private static void write(Visit visit, String title) {
    visit.open("/manage/new");
    visit.field("title").fill(title);
    visit.field("venue").fill("Tunis");
    visit.field("currency").selectOption(visit.say("TND", "JPY"));
    visit.field("capacity").fill("50");
    // By the clocks of Paris, this hour does not exist.
    visit.field("startsAt").fill("2031-03-30T02:30");
    assertThat(visit.page().locator(".field:has([name=startsAt]) .field__error")).isVisible();
    visit.page().locator("details.more summary").first().click();
    visit.field("timezone").fill(visit.say("Africa/Tunis", "Asia/Tokyo"));
    visit.field("startsAt").fill(LocalDate.now().plusDays(50) + "T20:30");
    assertThat(visit.page().locator(".field:has([name=startsAt]) .field__error")).hasCount(0);
    visit.field("type-name-0").fill("Plein tarif");
    visit.field("type-price-0").fill(visit.say("12,5001", "1250.5"));
    visit.button("Aperçu", "Preview").click();
    assertThat(visit.field("type-price-0")).hasAttribute("aria-invalid", "true");
    visit.field("type-price-0").fill(visit.say("12,500", "1250"));
    visit.button("Ajouter un tarif", "Add a ticket type").click();
    visit.field("type-name-1").fill("Scolaires");
    visit.field("type-price-1").fill("0");
    assertThat(visit.page().locator(".field:has([name=type-price-1]) .field__hint"))
        .hasText(visit.say("Gratuit", "Free"));
  }

  private static void cover(Visit visit) {
    Page page = visit.page();
    Locator file = page.locator("input[name=cover]");
    file.setInputFiles(
        new FilePayload("x.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    assertThat(visit.expect(422).problem("not-an-image")).isVisible();
    visit.screen("a file that is no image");
    byte[] photo = Picture.random(300, 400).as("jpg");
    file.setInputFiles(new FilePayload("photo.jpg", "image/jpeg", photo));
    assertThat(page.locator(".image-field .cover--image img")).isVisible();
    assertThat(visit.problem("not-an-image")).hasCount(0);
    visit.screen("new event, with an image");
  }

  private static void publish(Visit visit, String title) {
    visit.button("Aperçu", "Preview").click();
    assertThat(visit.page().locator(".preview-bar")).isVisible();
    assertThat(visit.page().locator(".cover--image")).containsText(title);
    Locator image = visit.page().locator(".cover__image");
    visit.page().waitForFunction("(image) => image.naturalWidth > 0", image.elementHandle());
    assertThat(visit.page().locator(".type__price").first())
        .hasText(money(visit.say("12,500.TND", "¥1,250")));
    visit.screen("preview, with an image");
    visit.button("Publier", "Publish").click();
    visit.page().waitForURL(Pattern.compile("/manage/events/[^/]+$"));
    assertThat(visit.page().locator(".notice--good")).isVisible();
    visit.screen("published, with its link");
  }

  private static void copies(Visit visit) {
    visit.link("Dupliquer", "Duplicate").click();
    assertThat(visit.field("date-0")).isVisible();
    visit.button("Ajouter la semaine suivante", "Add the next week").click();
    visit.button("Ajouter le lendemain", "Add the next day").click();
    visit.field("date-2").fill(visit.field("date-1").inputValue());
    visit.button("Créer 3 brouillons", "Create 3 drafts").click();
    assertThat(visit.page().locator(".field:has([name=date-2]) .field__error")).isVisible();
    visit.screen("more dates, one twice");
    visit.button("Retirer la date 3", "Remove date 3").click();
    visit.button("Créer et publier les 2", "Create and publish all 2").click();
    assertThat(visit.page().locator(".notice--good")).isVisible();
    visit.screen("more dates, made");
    visit.page().locator("main").getByText(visit.say("Mes événements", "My events")).last().click();
    assertThat(visit.page().locator(".row--event")).hasCount(3);
    assertThat(visit.page().locator(".row--event [data-sale=onSale]")).hasCount(3);
  }

  /// On paper the sheet is one page and alone.
  private static void poster(Visit visit, String id, String title) {
    Page page = visit.page();
    visit.open("/manage/events/" + id + "/poster");
    Locator code = page.locator(".sheet__way img[alt*='" + id + "']");
    assertThat(code).isVisible();
    page.waitForFunction("(code) => code.naturalWidth > 0", code.elementHandle());
    assertThat(page.locator(".sheet")).containsText(title);
    visit.screen("poster");
    String paper = new String(page.pdf(), StandardCharsets.ISO_8859_1);
    assertThat(ONE_PAGE.matcher(paper).results().count()).isEqualTo(1);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".site-header")).not().isVisible();
    assertThat(page.locator(".sheet")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static void buy(Stack stack, Chromium chromium, Language language, Cast cast, String id) {
    String email = cast.people().register("Acheteuse");
    Pattern one = money(language == Language.FR ? "12,500.TND" : "¥1,250");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.signIn(email, cast.password());
      Counter counter = new Counter(visit).openEvent(id).choose("Plein tarif", 2);
      Pattern two = money(language == Language.FR ? "25,000.TND" : "¥2,500");
      assertThat(counter.total()).hasText(two);
      counter.reserve().seeCheckout().takeTestCard();
      assertThat(visit.buttonFrom("Payer ", "Pay ")).hasText(two);
      counter.pay().seeOutcome("PAID").openTicket(1);
      assertThat(visit.page().locator(".ticket")).containsText(one);
    }
  }
}
