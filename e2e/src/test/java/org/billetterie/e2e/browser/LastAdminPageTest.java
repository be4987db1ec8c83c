package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.billetterie.e2e.edge.OtherStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The only Admin, before the accounts page. On a stack where no other test leaves another Admin.
@ExtendWith({OtherStack.class, Chromium.Shared.class})
class LastAdminPageTest {
  @ParameterizedTest
  @EnumSource
  void theLastAdminReadsWhyItStays(Language language, Stack stack, Chromium chromium) {
    Cast cast = new Cast(stack);
    try (Visit visit = chromium.visit(stack.url(), Device.DESK, language)) {
      visit.signIn(StackSettings.ADMIN_EMAIL, cast.password()).navigate("Comptes", "Accounts");
      Locator row = AdminTest.find(visit.expect(409), StackSettings.ADMIN_EMAIL);
      row.locator("select").selectOption("User");
      assertThat(row.locator("[data-problem=last-admin]"))
          .containsText(visit.say("Seul compte Admin", "The only Admin account"));
      assertThat(row.locator("select")).hasValue("Admin");
      visit.screen("the last Admin stays");
      assertThat(cast.people().session(StackSettings.ADMIN_EMAIL).text("/account/role"))
          .isEqualTo("Admin");
    }
  }
}
