package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Seats on hold: given back, run out, or less than were wanted.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class HoldTest {

  @Test
  void placesOnHoldAreOfferedEverywhereAndCanBeGivenBack(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Andromaque"), 4, 2_000);
    String email = cast.people().register("Ali");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 4).reserve().seeCheckout();
      visit.navigate("À l’affiche", "What’s on");
      Locator holds = visit.page().locator("aside.holds");
      assertThat(holds).containsText("4 places");
      visit.screen("list with places on hold");
      visit.button("Rendre", "Give back").click();
      assertThat(visit.page().locator("dialog")).containsText("4 places");
      visit.screen("give back?");
      visit.button("Rendre les places", "Give the places back").click();
      assertThat(holds).hasCount(0);
      counter.openEvent(show.id());
      assertThat(visit.button("Une de plus : Place 1", "One more: Place 1")).isEnabled();
      assertThat(cast.orders(email).path(0).path("status").asText()).isEqualTo("CANCELED");
    }
  }

  @Test
  void aHoldThatRunsOutSaysSoAndNothingWasPaid(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Bérénice"), 4, 2_000);
    String email = cast.people().register("Ana");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.EN)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 1).reserve().seeCheckout();
      shorten(stack, counter.orderId());
      counter.seeOutcome("EXPIRED");
      visit.screen("expired order");
      assertThat(cast.orders(email).path(0).path("totalMinor").asInt()).isEqualTo(2_000);
      assertThat(cast.tickets(email)).isEmpty();
      visit.link("Revenir à l’événement", "Back to the event").click();
      assertThat(visit.button("Une de plus : Place 1", "One more: Place 1")).isEnabled();
    }
  }

  @Test
  void whoWantsMoreThanIsLeftTakesWhatIsLeft(Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Show show = cast.show(Cast.newTitle("Bajazet"), 6, 2_000);
    String email = cast.people().register("Inès");
    Buyer rival = cast.people().registered("Rival");
    try (Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR)) {
      Counter counter = new Counter(visit.signIn(email, cast.password()));
      counter.openEvent(show.id()).choose("Place 1", 4);
      rival.order(show.id(), show.type(0), 4, Buyer.newKey()).expect(201);
      counter.reserve();
      assertThat(visit.expect(409).problem("sold-out")).isVisible();
      visit.screen("less is left");
      visit.buttonFrom("Prendre les 2 qui restent", "Take the 2 left").click();
      counter.reserve().seeCheckout();
      assertThat(cast.orders(email)).hasSize(1);
      assertThat(cast.orders(email).at("/0/lines/0/quantity").asInt()).isEqualTo(2);
      rival.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(409, "sold-out");
      counter.takeTestCard().pay().seeOutcome("PAID");
      counter.openEvent(show.id());
      assertThat(visit.page().locator(".answer--allHeld")).isVisible();
      visit.screen("all on hold");
    }
  }

  /// Nobody waits a quarter of an hour in a test.
  private static void shorten(Stack stack, String order) {
    String url = "jdbc:sqlite:" + stack.webdDatabase() + "?busy_timeout=20000";
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement update =
            connection.prepareStatement("UPDATE orders SET expires_at = ? WHERE id = ?")) {
      update.setLong(1, Instant.now().plusSeconds(3).toEpochMilli());
      update.setString(2, order);
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
