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

  /// Prints `control: N acknowledged tickets and orders lost`.
  ///
  /// @throws AssertionError when N is 0: then the test proves nothing
  public static void assertLost(History history, Sales sales) {
    long lost = lost(history, sales);
    System.out.println("control: " + lost + " acknowledged tickets and orders lost");
    if (lost == 0) {
      throw new AssertionError(
          "without its guard webd should have lost tickets: this test proves nothing");
    }
  }

  /// Acknowledged tickets and orders that are not there.
  public static long lost(History history, Sales sales) {
    return HistoryCheck.findings(history, sales).stream()
        .filter(finding -> finding.startsWith("I2") && finding.endsWith(" is lost"))
        .count();
  }
}
