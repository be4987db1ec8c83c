package org.billetterie.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.stack.Stack;

/// Looks at what is on the screen: axe, in both themes; whether a width of 320 pixels is enough;
/// whether a French page speaks English.
final class ScreenReport {
  /// Added to each page by the browser itself, which no content security policy forbids.
  static final String SCRIPT = script();

  private static final int NARROWEST = 320;
  private static final String LOOK =
      """
      async (rules) => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules });
        return violations.map(({ id, nodes }) =>
          id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' +
            [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')
          ).join(' | '));
      }
      """;
  private static final Map<String, Object> ALL = Map.of();
  private static final Map<String, Object> CONTRAST = Map.of("runOnly", List.of("color-contrast"));

  /// What is wider than the window, if the page is.
  private static final String TOO_WIDE =
      """
      (most) => {
        if (document.scrollingElement.scrollWidth <= most) return [];
        const wide = [...document.body.querySelectorAll('*')]
          .filter((each) => each.getBoundingClientRect().right > most + 1)
          .slice(0, 3)
          .map((each) => each.outerHTML.slice(0, 120));
        return ['is wider than ' + most + ' px: ' + wide.join(' | ')];
      }
      """;

  /// Slugs, addresses (which may hold any letters by chance) and what is marked as English are
  /// meant to be.
  private static final String ENGLISH =
      """
      () => {
        const body = document.body.cloneNode(true);
        body.querySelectorAll('code, script, noscript, [lang=en]').forEach((each) => each.remove());
        const words = /(?<!\\p{L})(the|and|your|you|with|please|not|found|sign|ticket|tickets|events|seats?|sold|error|failed|password|loading|reload|forbidden|undefined|null|NaN)(?!\\p{L})/giu;
        const text = body.textContent.replace(/\\S*[/@#]\\S*/g, ' ');
        return [...text.matchAll(words)].map(([word]) => 'says in French: ' + word);
      }
      """;

  private final Language language;
  private final List<String> screens = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  ScreenReport(Language language) {
    this.language = language;
  }

  void look(Page page, String name) {
    screens.add(name);
    note(name, page.evaluate(LOOK, ALL));
    // English readers have the dark theme anyway (Visit).
    if (language == Language.FR) {
      page.emulateMedia(scheme(ColorScheme.DARK));
      note(name + ", dark", page.evaluate(LOOK, CONTRAST));
      page.emulateMedia(scheme(ColorScheme.LIGHT));
    }
    ViewportSize before = page.viewportSize();
    page.setViewportSize(NARROWEST, before.height);
    note(name, page.evaluate(TOO_WIDE, NARROWEST));
    page.setViewportSize(before.width, before.height);
    if (language == Language.FR) {
      note(name, page.evaluate(ENGLISH));
    }
  }

  /// Prints which screens were looked at.
  ///
  /// @throws AssertionError when anything was found on one of them
  void assertClean(String where) {
    if (!screens.isEmpty()) {
      System.out.println(
          "axe: %d findings on %d screens, %s and at 320 px, %s: %s"
              .formatted(
                  found.size(),
                  screens.size(),
                  language == Language.FR ? "light and dark" : "dark",
                  where,
                  String.join(" · ", screens)));
    }
    if (!found.isEmpty()) {
      throw new AssertionError("axe: " + String.join("\n", found));
    }
  }

  private void note(String name, Object findings) {
    for (Object finding : (List<?>) findings) {
      found.add(name + ": " + finding);
    }
  }

  private static Page.EmulateMediaOptions scheme(ColorScheme scheme) {
    return new Page.EmulateMediaOptions().setColorScheme(scheme);
  }

  private static String script() {
    Path file = Stack.ROOT.resolve("frontend/node_modules/axe-core/axe.min.js");
    try {
      return Files.readString(file);
    } catch (IOException absent) {
      throw new UncheckedIOException("axe is missing: npm ci in frontend/ brings it", absent);
    }
  }
}
