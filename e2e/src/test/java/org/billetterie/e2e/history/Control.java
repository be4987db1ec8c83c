package org.billetterie.e2e.history;

import java.util.Collection;
import org.billetterie.e2e.stack.Stack;

/// The end of every negative control: without the guards the same test must have oversold.
public final class Control {
  private Control() {}

  /// Prints `control: N oversold`.
  ///
  /// @throws AssertionError when N is 0: then the test proves nothing
  public static void assertOversold(Stack unguarded, Collection<String> eventIds) {
    int oversold = Sales.read(unguarded.webdDatabase()).oversold(eventIds);
    System.out.println("control: " + oversold + " oversold");
    if (oversold == 0) {
      throw new AssertionError(
          "without its guards webd should have oversold: this test proves nothing");
    }
  }
}
