package org.billetterie.e2e.history;

import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Stack;

/// The operator's own check, `bin/verify`, beside the running stack.
public final class Verify {
  private Verify() {}

  /// @throws AssertionError with what it printed, unless all adds up
  public static void assertClean(Stack stack) {
    Command verify = stack.run("bin/verify");
    if (verify.exit() != 0) {
      throw new AssertionError("bin/verify exits " + verify.exit() + ":\n" + verify.output());
    }
  }
}
