package org.billetterie.e2e.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.billetterie.e2e.control.UnguardedStack;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the one stack of the whole run as a parameter. Tests that kill parts of it or need
/// other settings start their own.
public final class SharedStack implements ParameterResolver {
  /// On the unguarded stack seats are held only this long.
  public static final int UNGUARDED_HOLD_SECONDS = 5;

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedStack.class);

  /// The stack that can oversell, for negative controls.
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Unguarded {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    boolean unguarded = parameter.isAnnotated(Unguarded.class);
    // The store closes what it holds when the last test has run.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            unguarded,
            ignored ->
                unguarded
                    ? UnguardedStack.start(Map.of("WEBD_HOLD_SECONDS", "" + UNGUARDED_HOLD_SECONDS))
                    : Stack.start(StackSettings.usual()),
            Stack.class);
  }
}
