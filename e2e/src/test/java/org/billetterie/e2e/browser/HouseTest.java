package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Picture;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The house's own name, logo, colour and texts, from the Admin's settings to a visitor's phone.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class HouseTest {
  private static final String NAME = "Théâtre du Pont";

  /// Other tests find the house as nobody had touched it.
  @AfterEach
  void empty(Stack stack) {
    var admin = new Cast(stack).people().admin().api();
    admin
        .send(
            "PATCH", "/api/house", Map.of("name", "", "accent", "", "contactEmail", "", "logo", ""))
        .expect(200);
    admin.send("PUT", "/api/house/texts/terms", Map.of("fr", "", "en", "")).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void anAdminFurnishesTheHouseAndVisitorsSeeIt(Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    try (Visit admin = chromium.visit(stack.url(), Device.DESK, language)) {
      admin.signIn(StackSettings.ADMIN_EMAIL, cast.password()).navigate("Réglages", "Settings");
      who(admin);
      color(admin);
      terms(admin);
      logo(admin);
    }
    try (Visit visitor = chromium.visit(stack.url(), Device.SMALL_PHONE, language)) {
      visitor.open("/");
      assertThat(visitor.page()).hasTitle(Pattern.compile(NAME + "$"));
      seeLogo(visitor);
      assertThat(visitor.page().locator(".site-footer")).containsText("accueil@e2e.example");
      visitor.screen("list, of a house with a name and a colour");
      visitor.link("Conditions de vente", "Terms of sale").click();
      assertThat(visitor.page().locator(".legal h2").first())
          .containsText(visitor.say("1. Qui vend", "1. Who sells"));
      assertThat(visitor.page().locator(".legal")).containsText(NAME);
      visitor.screen("terms of sale");
    }
  }

  private static void who(Visit visit) {
    assertThat(visit.field("name")).isVisible();
    visit.screen("settings of the house, empty");
    visit.field("contactEmail").fill("nulle part");
    visit.button("Enregistrer", "Save").click();
    assertThat(visit.expect(422).field("contactEmail")).hasAttribute("aria-invalid", "true");
    visit.field("name").fill(NAME);
    visit.field("contactEmail").fill("accueil@e2e.example");
    visit.button("Enregistrer", "Save").click();
    assertThat(visit.page().locator(".notice--good")).isVisible();
    assertThat(visit.page().locator(".wordmark")).containsText(NAME);
  }

  /// Yellow cannot be read on white: the page says so, and what it will show instead.
  private static void color(Visit visit) {
    visit.page().locator("[name=accent]").fill("#ffd500");
    assertThat(visit.page().locator("[data-shade=light]")).hasAttribute("data-corrected", "true");
    assertThat(visit.page().locator("[data-shade=dark]")).hasAttribute("data-corrected", "false");
    visit.button("Adopter cette couleur", "Take this colour").click();
    assertThat(visit.button("Reprendre la couleur d’origine", "Back to the original colour"))
        .isVisible();
    visit.screen("settings of the house, with a colour");
  }

  private static void logo(Visit visit) {
    Locator file = visit.page().locator("input[name=logo]");
    file.setInputFiles(
        new FilePayload("x.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    assertThat(visit.expect(422).problem("not-an-image")).isVisible();
    byte[] drawn = Picture.random(300, 120).as("png");
    file.setInputFiles(new FilePayload("logo.png", "image/png", drawn));
    seeLogo(visit);
    assertThat(visit.problem("not-an-image")).hasCount(0);
    assertThat(visit.button("Retirer le logo", "Remove the logo")).isVisible();
    visit.screen("settings of the house, with a logo");
  }

  /// In place of the name, which screen readers still say.
  private static void seeLogo(Visit visit) {
    Locator image = visit.page().locator(".wordmark img");
    assertThat(image).hasAttribute("alt", NAME);
    visit.page().waitForFunction("(image) => image.naturalWidth > 0", image.elementHandle());
  }

  private static void terms(Visit visit) {
    Locator form = visit.page().locator("details").nth(1);
    form.locator("summary").click();
    visit.button("Partir du modèle", "Begin with the template").click();
    assertThat(form.locator(".notice")).containsText(visit.say("blancs restent", "blanks are"));
    visit.screen("terms of sale, from the template");
    visit.button("Publier ce texte", "Publish this text").click();
    assertThat(form.locator(".notice--good")).isVisible();
    assertThat(form.locator("summary .badge")).hasText(visit.say("publié", "published"));
  }
}
