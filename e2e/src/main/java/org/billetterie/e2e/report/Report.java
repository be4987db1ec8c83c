package org.billetterie.e2e.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.billetterie.e2e.report.TestResult.Verdict;

/// The end of bin/test: the slowest tests, what failed, whether the documents keep their word, what
/// was skipped and why, and as its last line the counts.
public final class Report {
  private static final int SLOWEST = 20;
  private static final String PROMISES = "docs/promises.md";
  private static final String SPECIFICATION = "docs/cahier-des-charges.md";

  private Report() {}

  /// @param arguments the clone, `test` or the name of another suite, then the reports
  public static void main(String... arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    List<Path> places = Arrays.stream(arguments).skip(2).map(Path::of).map(root::resolve).toList();
    System.exit(run(root, arguments[1], places, System.out));
  }

  /// @return the exit status: 0 when at least one test passed and none failed
  static int run(Path root, String suite, List<Path> places, PrintStream out) throws IOException {
    List<TestResult> results = new ArrayList<>(TestReports.read(places));
    sayTotal(results, out);
    saySlowest(results, out);
    if ("test".equals(suite)) {
      results.addAll(documents(root, List.copyOf(results), out));
    }
    results.stream()
        .filter(result -> result.verdict() == Verdict.FAILED)
        .forEach(result -> out.println("FAILED  " + result.name() + reason(result)));
    results.stream()
        .filter(result -> !result.ran())
        .forEach(result -> out.println("skipped " + result.name() + reason(result)));
    long passed = count(results, Verdict.PASSED);
    long failed = count(results, Verdict.FAILED);
    out.printf(
        "%d passed, %d failed, %d skipped%n", passed, failed, count(results, Verdict.SKIPPED));
    return failed == 0 && passed > 0 ? 0 : 1;
  }

  private static List<TestResult> documents(Path root, List<TestResult> results, PrintStream out)
      throws IOException {
    List<TestResult> found = new ArrayList<>();
    for (String name : List.of(PROMISES, SPECIFICATION)) {
      Path document = root.resolve(name);
      if (!Files.exists(document)) {
        found.add(new TestResult(name, 0, Verdict.SKIPPED, "the document is not there yet"));
        continue;
      }
      List<String> findings =
          new PromiseCheck(root, results).check(document, PROMISES.equals(name));
      findings.forEach(out::println);
      found.add(
          findings.isEmpty()
              ? new TestResult(name, 0, Verdict.PASSED, "")
              : new TestResult(name, 0, Verdict.FAILED, findings.size() + " rows, see above"));
    }
    return found;
  }

  private static void sayTotal(List<TestResult> results, PrintStream out) {
    double seconds = results.stream().mapToDouble(TestResult::seconds).sum();
    out.printf(Locale.ROOT, "%n%d tests in %.0f s of test time%n", results.size(), seconds);
  }

  private static void saySlowest(List<TestResult> results, PrintStream out) {
    out.println("the slowest " + SLOWEST + ":");
    results.stream()
        .filter(result -> result.ran() && result.name().contains("#"))
        .sorted(Comparator.comparingDouble(TestResult::seconds).reversed())
        .limit(SLOWEST)
        .forEach(
            result -> out.printf(Locale.ROOT, "%8.1f s  %s%n", result.seconds(), result.name()));
  }

  private static String reason(TestResult result) {
    return result.why().isEmpty() ? "" : ": " + result.why();
  }

  private static long count(List<TestResult> results, Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
