package org.billetterie.e2e.edge;

import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test a second stack: its parts may be killed, and it keeps unpaid seats for 2 s only.
public final class OtherStack implements ParameterResolver {
  public static final int HOLD_SECONDS = 2;

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OtherStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    StackSettings settings = StackSettings.usual().with("WEBD_HOLD_SECONDS", HOLD_SECONDS);
    // The store closes what it holds when the last test has run.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("stack", ignored -> Stack.start(settings), Stack.class);
  }
}
