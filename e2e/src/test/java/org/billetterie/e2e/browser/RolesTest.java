package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who may not do something reads why, and who can change it.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class RolesTest {

  @ParameterizedTest
  @EnumSource
  void aUserAtThePortalReadsWhoCanOpenIt(Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String email = cast.people().register("Tom");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.signIn(email, cast.password()).navigate("Organiser", "Organize");
      Locator note = visit.page().locator("[role=note]");
      assertThat(note).containsText(visit.say("n’organise pas encore", "does not organize yet"));
      assertThat(note).containsText(email);
      visit.screen("portal, as User").open("/accounts");
      assertThat(visit.page().locator("[role=note]")).isVisible();
      visit.screen("accounts, as User");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBasicAccountReadsWhyItCannotBuy(Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("George Dandin"), 10, 1_500);
    String email = cast.account("Basic", "Ida");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.signIn(email, cast.password()).open("/events/" + show.id());
      assertThat(visit.page().locator(".booking [role=note]"))
          .containsText(visit.say("ne peut pas encore acheter", "cannot buy yet"));
      assertThat(visit.buttonFrom("Réserver|Choisissez", "Reserve|Choose")).hasCount(0);
      visit.screen("event, as Basic");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesThatAreNotThereAndMessagesAreExplained(
      Language language, Stack stack, Chromium chromium) {
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.open("/nulle-part");
      assertThat(visit.page().locator("h1"))
          .hasText(visit.say("Cette page n’existe pas", "This page does not exist"));
      visit.screen("no such page").open("/events/0197a6d0-0000-7000-8000-000000000000");
      assertThat(visit.expect(404).page().locator("h1"))
          .hasText(visit.say("Cet événement n’est pas à l’affiche", "This event is not on"));
      visit.screen("no such event").open("/problems#sold-out");
      assertThat(visit.page().locator("section#sold-out")).isVisible();
      visit.screen("messages explained").open("/register");
      assertThat(visit.field("name")).isVisible();
      visit.screen("register").open("/sign-in");
      assertThat(visit.field("password")).isVisible();
      visit.screen("sign in");
    }
  }
}
