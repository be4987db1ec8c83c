package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An organizer at a desk.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class OrganizerTest {

  @ParameterizedTest
  @EnumSource
  void anOrganizerDraftsPublishesEditsSellsAndCancels(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String email = cast.account("EventCreator", "Nadia Roussel");
    Organizer api = new Organizer(cast.people().signIn(email));
    String title = Cast.newTitle("Les Fourberies");
    try (Visit visit = chromium.visit(stack.url(), Device.DESK, language)) {
      visit.signIn(email, cast.password());
      draft(visit, title);
      String id = savedId(visit);
      Answer strangers = cast.people().door().get("/api/events/" + id);
      assertThat(strangers.status()).isEqualTo(404);
      preview(visit);
      publish(visit, title);
      Show show = Show.of(cast.people().door().get("/api/events/" + id).expect(200));
      conflict(visit, api, show);
      Buyer buyer = cast.people().registered("Acheteuse");
      String order = buyer.order(id, show.type(0), 3, Buyer.newKey()).expect(201).text("/id");
      buyer.pay(order, Buyer.newKey()).expect(200);
      sales(visit, id);
      lower(visit, id);
      cancel(visit, title);
      assertThat(api.look(show).view().path("status").asText()).isEqualTo("CANCELED");
      Until.holds(
          "the order of the canceled event is canceled",
          Duration.ofSeconds(30),
          () -> cast.orders(buyer).path(0).path("status").asText().equals("CANCELED"));
    }
  }

  private static void draft(Visit visit, String title) {
    visit.navigate("Organiser", "Organize");
    assertThat(visit.page().locator(".empty")).isVisible();
    visit.screen("own events, none yet");
    visit.link("Nouvel événement", "New event").click();
    visit.field("title").fill(title);
    visit.button("Enregistrer le brouillon", "Save the draft").click();
    assertThat(visit.field("capacity")).hasAttribute("aria-invalid", "true");
    visit.screen("new event, fields missing");
    visit.field("venue").fill("Théâtre de Poche");
    visit.field("startsAt").fill(LocalDate.now().plusDays(40) + "T20:30");
    visit.field("capacity").fill("12");
    visit.field("type-name-0").fill("Plein tarif");
    visit.field("type-price-0").fill(visit.say("12,50", "12.50"));
    visit.button("Ajouter un tarif", "Add a ticket type").click();
    visit.field("type-name-1").fill("Enfant");
    visit.field("type-price-1").fill("8");
    visit.screen("new event");
    visit.button("Enregistrer le brouillon", "Save the draft").click();
  }

  private static String savedId(Visit visit) {
    visit.page().waitForURL(Pattern.compile("/manage/events/[^/]+$"));
    String url = visit.page().url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void preview(Visit visit) {
    visit.button("Aperçu", "Preview").click();
    assertThat(visit.page().locator(".answer--draft")).isVisible();
    assertThat(visit.page().locator(".preview-bar")).isVisible();
    visit.screen("preview of a draft");
    visit.link("Modifier encore", "Edit some more").click();
  }

  private static void publish(Visit visit, String title) {
    visit.button("Publier", "Publish").click();
    assertThat(visit.page().locator(".notice--good")).isVisible();
    visit.screen("published");
    visit.link("Mes événements", "My events").click();
    assertThat(row(visit.page(), title)).isVisible();
    visit.screen("own events");
    row(visit.page(), title)
        .locator("a", new Locator.LocatorOptions().setHasText(visit.say("Modifier", "Edit")))
        .click();
    assertThat(visit.field("title")).hasValue(title);
  }

  /// Somebody else saves first, twice: once ours is kept, once theirs.
  private static void conflict(Visit visit, Organizer api, Show show) {
    Locator conflict = visit.expect(412).page().getByTestId("conflict");
    api.edit(api.look(show), "venue", "Salle des fêtes").expect(200);
    visit.field("description").fill("Notre texte");
    visit.button("Enregistrer", "Save").click();
    assertThat(conflict).containsText("Salle des fêtes");
    visit.screen("edited by two");
    visit.button("Enregistrer mon texte", "Save my text").click();
    assertThat(visit.page().locator(".notice--good")).isVisible();
    assertThat(api.look(show).view().path("description").asText()).isEqualTo("Notre texte");

    api.edit(api.look(show), "venue", "Grand théâtre").expect(200);
    visit.field("description").fill("Un autre texte");
    visit.button("Enregistrer", "Save").click();
    assertThat(conflict).containsText("Grand théâtre");
    visit.button("Reprendre l’autre version", "Take the other version").click();
    assertThat(visit.field("venue")).hasValue("Grand théâtre");
    assertThat(visit.field("description")).hasValue("Notre texte");
  }

  private static void sales(Visit visit, String id) {
    visit.open("/manage/events/" + id + "/sales");
    assertThat(figure(visit, "sold")).hasText("3");
    assertThat(figure(visit, "held")).hasText("0");
    assertThat(figure(visit, "remaining")).hasText("9");
    assertThat(figure(visit, "orders")).hasText("1");
    assertThat(figure(visit, "revenue")).hasText(Pattern.compile("37[,.]50"));
    visit.screen("sales");
  }

  private static void lower(Visit visit, String id) {
    visit.open("/manage/events/" + id);
    visit.field("capacity").fill("2");
    visit.button("Enregistrer", "Save").click();
    assertThat(visit.expect(409).field("capacity")).hasAttribute("aria-invalid", "true");
    assertThat(visit.page().locator(".field:has([name=capacity]) .field__error")).containsText("3");
    visit.screen("capacity below what is taken");
    visit.page().reload();
    visit.button("Repartir de ce qui est enregistré", "Begin with what is saved").click();
    assertThat(visit.field("capacity")).hasValue("12");
  }

  private static void cancel(Visit visit, String title) {
    visit.button("Annuler l’événement", "Cancel the event").click();
    Locator dialog = visit.page().locator("dialog");
    assertThat(dialog).containsText(Pattern.compile("3 (billets|tickets)"));
    assertThat(dialog).containsText(Pattern.compile("37[,.]50"));
    visit.screen("cancel?");
    dialog.locator(".button--danger").click();
    assertThat(visit.page().locator(".notice--good")).isVisible();
    visit.screen("canceled");
    visit.link("Mes événements", "My events").click();
    assertThat(row(visit.page(), title).locator("[data-sale=canceled]")).isVisible();
  }

  private static Locator row(Page page, String title) {
    return page.locator(".row", new Page.LocatorOptions().setHasText(title));
  }

  private static Locator figure(Visit visit, String name) {
    return visit.page().locator("[data-figure=" + name + "]");
  }
}
