package org.billetterie.e2e.edge;

import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test a second stack: its parts may be killed, it keeps unpaid seats for 2 s only,
/// believes one proxy, and logs all that can be logged, in which no secret may be either; few pages
/// of one address follow a sale.
public final class OtherStack implements ParameterResolver {
  public static final int HOLD_SECONDS = 2;
  static final String PUBLIC_URL = "https://billets.example";
  static final String TRUSTED = "127.0.0.66";
  static final int LIVE_MAX = 30;

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OtherStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    StackSettings settings =
        StackSettings.usual()
            .with("WEBD_HOLD_SECONDS", HOLD_SECONDS)
            .with("PUBLIC_URL", PUBLIC_URL)
            .with("TRUSTED_PROXY", TRUSTED + "/32")
            .with("LOG_LEVEL", "debug")
            .with("LIMIT_LIVE_CONNECTIONS", LIVE_MAX);
    // The store closes what it holds when the last test has run.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("stack", ignored -> Stack.start(settings), Stack.class);
  }
}
