package org.billetterie.e2e.browser;

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
  void anErrorOnTheConsoleIsNoticed(Stack stack, Chromium chromium) {
    assertNoticed(stack, chromium, visit -> visit.page().evaluate("console.error('oh')"), "oh");
  }

  private static void assertNoticed(
      Stack stack, Chromium chromium, Consumer<Visit> mistake, String word) {
    Visit visit = chromium.visit(stack.url(), Device.PHONE, Language.FR).open("/problems");
    mistake.accept(visit);
    assertThatThrownBy(visit::close).hasMessageContaining(word);
  }
}
