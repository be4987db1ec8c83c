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
      String first = create(visit, made);
      choosePassword(stack, chromium, language, first, cast.password());
      assertThat(signIn(cast, made, cast.password()).text("/account/role")).isEqualTo("User");
      promote(visit, made);
      assertThat(signIn(cast, made, cast.password()).text("/account/role"))
          .isEqualTo("EventCreator");
      String forgotten = offerLink(visit, made);
      String other = stack.canaries().add("un autre mot de passe, " + made.replace('.', ' '));
      choosePassword(stack, chromium, language, forgotten, other);
      assertThat(signIn(cast, made, cast.password()).status()).isEqualTo(401);
      assertThat(signIn(cast, made, other).status()).isEqualTo(200);
      disable(visit, made);
      assertThat(signIn(cast, made, other).status()).isEqualTo(401);
    }
  }

  /// The owner, on a phone: the link works once, leaves the address bar and signs nobody in.
  private static void choosePassword(
      Stack stack, Chromium chromium, Language language, String link, String password) {
    stack.canaries().add(link.substring(link.indexOf('#') + 1));
    try (Visit owner = chromium.visit(stack.url(), Device.SMALL_PHONE, language)) {
      owner.page().navigate(link);
      assertThat(owner.field("newPassword")).isVisible();
      assertThat(owner.page()).hasURL(stack.url() + "/recover");
      owner.screen("a new password, by a link");
      owner.field("newPassword").fill("court");
      save(owner);
      assertThat(owner.expect(422).field("newPassword")).hasAttribute("aria-invalid", "true");
      owner.page().reload();
      owner.field("newPassword").fill(password);
      save(owner);
      assertThat(owner.page().locator("main .notice--good")).isVisible();
      assertThat(owner.context().cookies()).isEmpty();
      owner.screen("a new password, saved");
      owner.page().navigate("about:blank");
      owner.page().navigate(link);
      assertThat(owner.expect(410).problem("recovery-link-ended")).isVisible();
      owner.screen("a link that was used");
    }
  }

  private static void save(Visit owner) {
    owner.button("Enregistrer ce mot de passe", "Save this password").click();
  }

  private static String offerLink(Visit visit, String email) {
    find(visit, email);
    visit.button("Lien de mot de passe", "Password link").click();
    visit.screen("a password link?");
    visit.button("Créer le lien", "Make the link").click();
    Locator secret = visit.page().locator("dialog .secret code");
    assertThat(secret).isVisible();
    String link = secret.textContent();
    visit.screen("a password link");
    visit.page().keyboard().press("Escape");
    assertThat(visit.page().locator(".secret")).hasCount(0);
    return link;
  }

  static Locator find(Visit visit, String email) {
    visit.page().locator("#account-search").fill(email);
    assertThat(visit.page().locator(".row")).hasCount(1);
    Locator row = visit.page().locator("[data-account='" + email + "']");
    assertThat(row).isVisible();
    return row;
  }

  /// @return the link by which the owner chooses a password, which is shown this once
  private static String create(Visit visit, String email) {
    visit.button("Créer un compte", "Create an account").click();
    visit.field("name").fill("Lou Marchand");
    visit.field("email").fill(email);
    visit.screen("create an account");
    visit.button("Créer le compte", "Create the account").click();
    Locator secret = visit.page().locator("dialog .secret code");
    assertThat(secret).isVisible();
    String link = secret.textContent();
    visit.screen("account created, with its link");
    visit.button("C’est noté", "Noted").click();
    assertThat(visit.page().locator(".secret")).hasCount(0);
    return link;
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
