package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who comes with a password that a machine made.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class FirstPasswordTest {

  @ParameterizedTest
  @EnumSource
  void aPasswordThatAMachineMadeIsReplacedAtTheFirstSignIn(
      Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    Api admin = cast.people().admin().api();
    String email = Cast.newEmail();
    Map<String, String> account = Map.of("email", email, "name", "Lou", "role", "Admin");
    String made =
        stack
            .canaries()
            .add(admin.post("/api/auth/accounts", account).expect(201).text("/password"));
    Map<String, String> program = Map.of("email", email, "password", made, "session", "bearer");
    String token = new Api(stack.url()).post("/api/auth/login", program).text("/accessToken");
    new Api(stack.url(), "Authorization", "Bearer " + stack.canaries().add(token))
        .get("/api/auth/accounts?limit=1")
        .expect(200);

    try (Visit visit = chromium.visit(stack.url(), Device.SMALL_PHONE, language)) {
      signIn(visit, email, made);
      Locator choose = visit.page().getByTestId("choose-password");
      assertThat(choose).isVisible();
      assertThat(visit.field("currentPassword")).hasCount(0);
      visit.screen("choose a password");
      visit.open("/accounts");
      assertThat(choose).isVisible();
      visit.field("currentPassword").fill(made);
      visit.field("newPassword").fill("court");
      submit(visit);
      assertThat(visit.expect(422).field("newPassword")).hasAttribute("aria-invalid", "true");
      visit.field("newPassword").fill(cast.password());
      submit(visit);
      assertThat(choose).hasCount(0);
      assertThat(visit.page().locator("#account-search")).isVisible();
      visit.page().reload();
      assertThat(visit.page().locator("#account-search")).isVisible();
    }
  }

  private static void signIn(Visit visit, String email, String password) {
    visit.open("/sign-in");
    visit.field("email").fill(email);
    visit.field("password").fill(password);
    visit.field("password").press("Enter");
  }

  private static void submit(Visit visit) {
    visit.button("Continuer avec celui-ci", "Go on with this one").click();
  }
}
