package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A page that is open while the sale goes on: it says what happens, by itself.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class SaleStateTest {

  @ParameterizedTest
  @EnumSource
  void thePageSaysWhenPlacesComeBackAndWhenNoneAreLeft(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Dom Juan"), 2, 1_500);
    Buyer rival = cast.people().registered("Rival");
    String held = rival.order(show.id(), show.type(0), 2, Buyer.newKey()).text("/id");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, language)) {
      visit.open("/events/" + show.id());
      Locator answer = visit.page().locator(".answer--allHeld");
      assertThat(answer)
          .containsText(
              Pattern.compile(
                  visit.say(
                      "des places peuvent revenir jusqu’à \\d+.h",
                      "places may come back until \\d")));
      visit.screen("all on hold");
      rival.api().send("DELETE", "/api/orders/" + held, null).expect(204);
      assertThat(visit.page().getByTestId("news"))
          .hasText(Pattern.compile(visit.say("viennent de revenir", "just come back")));
      assertThat(visit.button("Une de plus : Place 1", "One more: Place 1")).isEnabled();
      visit.screen("places came back");
      String bought = rival.order(show.id(), show.type(0), 2, Buyer.newKey()).text("/id");
      rival.pay(bought, Buyer.newKey()).expect(200);
      assertThat(visit.page().locator(".answer--soldOut")).isVisible();
      visit.screen("sold out under one’s eyes");
    }
  }

  @Test
  void theListFollowsToo(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String title = Cast.newTitle("Sganarelle");
    Show show = cast.show(title, 40, 0);
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      visit.open("/?q=" + title.replace(" ", "%20"));
      assertThat(visit.page().locator("[data-sale=onSale]")).hasCount(1);
      for (int i = 0; i < 4; i++) {
        Buyer rival = cast.people().registered("Rival");
        rival.order(show.id(), show.type(0), i < 3 ? 10 : 7, Buyer.newKey()).expect(201);
      }
      assertThat(visit.page().locator("[data-sale=last]")).hasText("3 dernières places");
    }
  }

  /// The reader's own clock is an hour slow: the server's counts.
  @Test
  void aSaleOpensByItselfByTheClockOfTheServer(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Organizer organizer = cast.organizer();
    Map<String, Object> draft = Show.draft(Cast.newTitle("Psyché"), 9, 0);
    draft.put("salesStartAt", Instant.now().plus(30, ChronoUnit.MINUTES).toString());
    Show show = Show.of(organizer.account().api().post("/api/events", draft).expect(201));
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      visit
          .page()
          .clock()
          .install(
              new Clock.InstallOptions()
                  .setTime(Instant.now().minus(1, ChronoUnit.HOURS).toEpochMilli()));
      visit.open("/events/" + show.id());
      assertThat(visit.page().locator(".answer--opens")).isVisible();
      assertThat(visit.page().getByTestId("countdown"))
          .hasText(Pattern.compile("^(30:00|2\\d:\\d\\d)$"));
      organizer
          .edit(organizer.look(show), "salesStartAt", Instant.now().plusSeconds(4).toString())
          .expect(200);
      assertThat(visit.page().getByTestId("news")).containsText("La vente est ouverte");
      new Counter(visit).choose("Place 1", 1);
    }
  }
}
