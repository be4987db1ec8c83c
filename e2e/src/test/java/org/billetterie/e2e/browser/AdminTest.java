package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The accounts page, at a desk.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class AdminTest {

  @ParameterizedTest
  @EnumSource
  void anAdminFindsCreatesPromotesAndClosesAccounts(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    String known = cast.people().register("Paul Vidal");
    try (Visit visit = chromium.visit(stack.url(), Device.DESK, language)) {
      visit.signIn(StackSettings.ADMIN_EMAIL, cast.password()).navigate("Comptes", "Accounts");
      assertThat(visit.page().locator(".row").first()).isVisible();
      visit.screen("accounts");
      find(visit, known);
      visit.screen("accounts, searched");
      String made = Cast.newEmail();
      String password = create(visit, made);
      stack.canaries().add(password);
      assertThat(signIn(cast, made, password).text("/account/role")).isEqualTo("User");
      promote(visit, made);
      assertThat(signIn(cast, made, password).text("/account/role")).isEqualTo("EventCreator");
      disable(visit, made);
      assertThat(signIn(cast, made, password).status()).isEqualTo(401);
    }
  }

  static Locator find(Visit visit, String email) {
    visit.page().locator("#account-search").fill(email);
    assertThat(visit.page().locator(".row")).hasCount(1);
    Locator row = visit.page().locator("[data-account='" + email + "']");
    assertThat(row).isVisible();
    return row;
  }

  /// @return the first password, which is shown this once
  private static String create(Visit visit, String email) {
    visit.button("Créer un compte", "Create an account").click();
    visit.field("name").fill("Lou Marchand");
    visit.field("email").fill(email);
    visit.screen("create an account");
    visit.button("Créer le compte", "Create the account").click();
    Locator secret = visit.page().locator("dialog .secret code");
    assertThat(secret).isVisible();
    String password = secret.textContent();
    visit.screen("first password");
    visit.button("C’est noté", "Noted").click();
    assertThat(visit.page().locator(".secret")).hasCount(0);
    return password;
  }

  private static void promote(Visit visit, String email) {
    Locator role = find(visit, email).locator("select");
    visit.page().waitForResponse("**/api/auth/accounts/*", () -> role.selectOption("EventCreator"));
    assertThat(role).isEnabled();
    assertThat(role).hasValue("EventCreator");
  }

  private static void disable(Visit visit, String email) {
    Locator row = find(visit, email);
    visit.button("Fermer", "Close").click();
    assertThat(row.locator(".badge")).hasText(visit.say("fermé", "closed"));
    visit.screen("closed account");
  }

  private static Answer signIn(Cast cast, String email, String password) {
    return cast.people()
        .door()
        .post("/api/auth/login", Map.of("email", email, "password", password, "session", "bearer"));
  }
}
