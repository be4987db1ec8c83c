package org.billetterie.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The browser tests themselves: what they are to notice, they notice.
@ExtendWith({SharedStack.class, Chromium.Shared.class})
class VisitTest {

  @Test
  void aPictureWithoutWordsIsNoticed(Stack stack, Chromium chromium) {
    assertNoticed(
        stack,
        chromium,
        visit -> {
          visit.page().evaluate("document.querySelector('main').append(new Image())");
          visit.screen("a picture without words, which must be noticed");
        },
        "image-alt");
  }

  @Test
  void whatThePolicyForbidsIsNoticed(Stack stack, Chromium chromium) {
    assertNoticed(
        stack,
        chromium,
        visit ->
            visit
                .page()
                .evaluate(
                    "new Promise((done) => { const image = new Image();"
                        + " image.onerror = done; image.src = 'http://elsewhere.example/'; })"),
        "img-src");
  }

  @Test
  void aRequestToSomebodyElseIsNoticed(Stack stack, Chromium chromium) {
    String elsewhere = stack.url().toString().replace("localhost", "127.0.0.1");
    assertNoticed(
        stack, chromium, visit -> visit.page().navigate(elsewhere), "somebody else was asked");
  }

  @Test
  void whatIsWiderThanThePageIsNoticed(Stack stack, Chromium chromium) {
    assertNoticed(
        stack,
        chromium,
        visit -> {
          visit.page().evaluate("document.querySelector('main').style.width = '400px'");
          visit.screen("a page that is too wide, which must be noticed");
        },
        "wider than 320 px");
  }

  @Test
  void anEnglishWordOnAFrenchPageIsNoticed(Stack stack, Chromium chromium) {
    assertNoticed(
        stack,
        chromium,
        visit -> {
          visit.page().evaluate("document.querySelector('h1').append(' Password')");
          visit.screen("an English word, which must be noticed");
        },
        "says in French: Password");
  }

  /// Trusted Types: no text becomes markup or a script, whoever tries.
  @Test
  void noTextBecomesMarkupOrScript(Stack stack, Chromium chromium) {
    try (Visit visit = problems(stack, chromium)) {
      for (String sink :
          new String[] {
            "document.body.innerHTML = '<b>x</b>'",
            "document.createElement('script').src = '/x.js'",
            "new Worker('/x.js')",
            "trustedTypes.createPolicy('mine', {})"
          }) {
        visit.expectError("CSP");
        visit.expectError("Content Security Policy");
        visit.expectError("requires 'Trusted").expectError("violates the following");
        assertThatThrownBy(() -> visit.page().evaluate("() => { " + sink + " }"))
            .as(sink)
            .hasMessageContaining("TypeError");
      }
    }
  }

  @Test
  void anErrorOnTheConsoleIsNoticed(Stack stack, Chromium chromium) {
    assertNoticed(stack, chromium, visit -> visit.page().evaluate("console.error('oh')"), "oh");
  }

  private static void assertNoticed(
      Stack stack, Chromium chromium, Consumer<Visit> mistake, String word) {
    Visit visit = problems(stack, chromium);
    mistake.accept(visit);
    assertThatThrownBy(visit::close).hasMessageContaining(word);
  }

  /// A page that has come: what is put into it earlier is drawn over.
  private static Visit problems(Stack stack, Chromium chromium) {
    Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR).open("/problems");
    assertThat(visit.page().locator("h1")).hasText("Ce que disent nos messages");
    return visit;
  }
}
