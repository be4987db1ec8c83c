package org.billetterie.e2e.faults;

import org.billetterie.e2e.client.Seed;
import org.billetterie.e2e.history.Control;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.SharedStack.Unguarded;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What [KillWebdTest] would see without the guards. Apart, because it kills the webd that all
/// controls share.
@ExtendWith(SharedStack.class)
class KillWebdControlTest {

  @Test
  void withoutGuardsTheSaleAroundAKillOversells(@Unguarded Stack stack) {
    KillWebdTest.Round round = KillWebdTest.round(stack, 0, Seed.random("kill control"));
    Control.assertOversold(stack, round.history().events());
  }
}
