package org.billetterie.webd.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/// Looks through the interleavings of two threads with a model checker (Lincheck): whatever each
/// was answered, one after the other they could have been answered the same.
public final class Interleavings {
  private static final int SCENARIOS = 3;
  private static final int MANY_SCENARIOS = 20;
  private static final int INTERLEAVINGS = 100;
  private static final int MANY_INTERLEAVINGS = 1_000;

  private Interleavings() {}

  /// A few scenarios, for every change.
  public static void check(Class<?> operations) {
    options(SCENARIOS, INTERLEAVINGS).check(operations);
  }

  /// Many, for the long run.
  public static void checkMany(Class<?> operations) {
    options(MANY_SCENARIOS, MANY_INTERLEAVINGS).check(operations);
  }

  /// The end of a negative control: prints the interleaving in which `racy` goes wrong.
  ///
  /// @throws AssertionError when none was found: then the check proves nothing
  public static void assertFound(Class<?> racy) {
    Throwable found = catchThrowable(() -> options(MANY_SCENARIOS, MANY_INTERLEAVINGS).check(racy));
    assertThat(found)
        .as("a fault was planted, and the model checker should have found it")
        .isInstanceOf(LincheckAssertionError.class);
    String said = found.getMessage();
    int details = said.indexOf("The following interleaving");
    System.out.println(
        "control: " + racy.getSimpleName() + said.substring(0, Math.max(0, details)));
  }

  private static ModelCheckingOptions options(int scenarios, int interleavings) {
    return new ModelCheckingOptions()
        .iterations(scenarios)
        .invocationsPerIteration(interleavings)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(1)
        .minimizeFailedScenario(false);
  }
}
