package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an organizer types is not lost: not by a reload, not by a session that ends, and not to
/// somebody else's edit.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class KeptDraftTest {

  @ParameterizedTest
  @EnumSource
  void whatWasTypedIsOfferedBackAfterAReloadAndAfterASession(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String email = cast.account("EventCreator", "Nadia");
    try (Visit visit = chromium.visit(stack.url(), Device.SMALL_PHONE, language)) {
      visit.signIn(email, cast.password()).open("/manage/new");
      visit.field("title").fill("Phèdre");
      visit.button("Ajouter un tarif", "Add a ticket type").click();
      visit.field("type-name-1").fill("Balcon");
      visit.page().reload();
      assertThat(offer(visit)).containsText("Phèdre");
      visit.screen("a kept draft is offered");
      visit.button("Reprendre", "Go on with it").click();
      assertThat(visit.field("title")).hasValue("Phèdre");
      assertThat(visit.field("type-name-1")).hasValue("Balcon");
      visit.button("Ajouter un tarif", "Add a ticket type").click();
      assertThat(visit.field("type-name-2")).isVisible();

      visit.field("venue").fill("Tours");
      visit.context().clearCookies();
      visit.field("startsAt").fill("2031-01-10T20:30");
      visit.field("capacity").fill("10");
      for (int type = 0; type < 3; type++) {
        visit.field("type-name-" + type).fill("Tarif " + type);
        visit.field("type-price-" + type).fill("0");
      }
      visit.button("Enregistrer le brouillon", "Save the draft").click();
      visit.expect(401).field("email").fill(email);
      visit.field("password").fill(cast.password());
      visit.field("password").press("Enter");
      assertThat(offer(visit)).containsText("Phèdre");
      visit.button("Reprendre", "Go on with it").click();
      assertThat(visit.field("venue")).hasValue("Tours");
      visit.button("Enregistrer le brouillon", "Save the draft").click();
      assertThat(visit.page().locator(".notice--good")).isVisible();
      visit.open("/manage/new");
      assertThat(visit.field("title")).hasValue("");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTypedNeverOverwritesANewerVersionUnseen(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String email = cast.account("EventCreator", "Nadia");
    Organizer api = new Organizer(cast.people().signIn(email));
    Show show = api.publish(Cast.newTitle("Britannicus"), 20, 0);
    try (Visit visit = chromium.visit(stack.url(), Device.DESK, language)) {
      visit.signIn(email, cast.password()).open("/manage/events/" + show.id());
      visit.field("description").fill("Notre texte");
      visit.open("/");
      api.edit(show, "venue", "Salle des fêtes").expect(200);

      visit.open("/manage/events/" + show.id());
      assertThat(offer(visit)).isVisible();
      visit.button("Reprendre", "Go on with it").click();
      Locator conflict = visit.page().getByTestId("conflict");
      assertThat(conflict).containsText("Salle des fêtes");
      assertThat(conflict).containsText("Notre texte");
      visit.screen("a kept draft meets a newer version");
      visit.button("Enregistrer", "Save").click();
      assertThat(visit.expect(412).page().getByTestId("conflict")).isVisible();
      assertThat(api.look(show).view().path("venue").asText()).isEqualTo("Salle des fêtes");
      assertThat(api.look(show).view().path("description").asText()).isEmpty();

      visit.page().reload();
      visit.button("Repartir de ce qui est enregistré", "Begin with what is saved").click();
      assertThat(visit.field("venue")).hasValue("Salle des fêtes");
      assertThat(visit.field("description")).hasValue("");
      visit.page().reload();
      assertThat(visit.field("venue")).hasValue("Salle des fêtes");
    }
  }

  private static Locator offer(Visit visit) {
    return visit.page().getByTestId("kept-draft");
  }
}
