package org.billetterie.e2e.report;

/// One test that ran, or was left out.
///
/// @param name `org.billetterie.webd.SomeTest#method`, or `tests/some.test.js#words of the test`
/// @param why why it was skipped; empty otherwise
public record TestResult(String name, double seconds, Verdict verdict, String why) {

  /// What became of it.
  public enum Verdict {
    PASSED,
    FAILED,
    SKIPPED
  }

  boolean ran() {
    return verdict != Verdict.SKIPPED;
  }
}
