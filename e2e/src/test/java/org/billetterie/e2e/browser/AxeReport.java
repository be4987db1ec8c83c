package org.billetterie.e2e.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.billetterie.e2e.stack.Stack;

/// What axe found on the screens of one visit.
final class AxeReport {
  /// Added to each page by the browser itself, which no content security policy forbids.
  static final String SCRIPT = script();

  private static final String LOOK =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) =>
          id + ': ' + nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' +
            [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')
          ).join(' | '));
      }
      """;

  private final List<String> screens = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  void look(Page page, String name) {
    screens.add(name);
    for (Object violation : (List<?>) page.evaluate(LOOK)) {
      violations.add(name + ": " + violation);
    }
  }

  /// Prints which screens were looked at.
  ///
  /// @throws AssertionError when anything was found on one of them
  void assertClean(String where) {
    if (!screens.isEmpty()) {
      String list = String.join(" · ", screens);
      System.out.println("axe: " + violations.size() + " violations, " + where + ": " + list);
    }
    if (!violations.isEmpty()) {
      throw new AssertionError("axe: " + String.join("\n", violations));
    }
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
