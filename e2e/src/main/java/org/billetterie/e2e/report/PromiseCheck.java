package org.billetterie.e2e.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billetterie.e2e.report.TestResult.Verdict;

/// A document that promises something names the test that proves it. This looks whether it does:
///
/// - suite `test`: the test passed in this run
/// - another suite: the test is in the sources, and a document has a line with its name and the
///   date of a result
/// - no test: the row must say why
final class PromiseCheck {
  private static final Set<String> SUITES = Set.of("test", "--long", "containers", "lighthouse");
  private static final Pattern DATE = Pattern.compile("\\b20[0-9]{2}-[01][0-9]-[0-3][0-9]\\b");

  private final Path root;
  private final Set<String> passed;
  private final List<String> findings = new ArrayList<>();

  PromiseCheck(Path root, List<TestResult> results) {
    this.root = root;
    Set<String> failed = names(results, Verdict.FAILED);
    this.passed =
        names(results, Verdict.PASSED).stream()
            .filter(name -> !failed.contains(name))
            .collect(Collectors.toSet());
  }

  /// @param testNeeded whether every row must name a test
  /// @return one line for each row that promises too much
  List<String> check(Path document, boolean testNeeded) throws IOException {
    findings.clear();
    List<PromiseTable.Row> rows = PromiseTable.read(document);
    if (rows.isEmpty()) {
      findings.add(document.getFileName() + ": no table with the columns test and suite");
    }
    for (PromiseTable.Row row : rows) {
      String place = document.getFileName() + ":" + row.line() + ": ";
      if (row.tests().isEmpty()) {
        if (testNeeded || row.text().isEmpty()) {
          findings.add(place + "names no test" + (testNeeded ? "" : " and no reason"));
        }
      } else if (!SUITES.contains(row.suite())) {
        findings.add(place + "no such suite: " + row.suite());
      } else {
        for (String test : row.tests()) {
          checkTest(place, test, row.suite());
        }
      }
    }
    return List.copyOf(findings);
  }

  private void checkTest(String place, String test, String suite) throws IOException {
    if ("test".equals(suite)) {
      if (passed.stream().noneMatch(name -> isNamed(name, test))) {
        findings.add(place + test + " did not run and pass");
      }
    } else if (!inSources(test)) {
      findings.add(place + test + " is not in the sources");
    } else if (!hasDatedResult(test)) {
      findings.add(place + test + " has no dated result in docs/");
    }
  }

  /// `RushTest#method` names `org.billetterie.e2e.sale.RushTest#method`; of a JavaScript test the
  /// beginning of its words is enough.
  private static boolean isNamed(String whole, String test) {
    boolean javaScript = test.contains(".test.");
    return javaScript
        ? whole.startsWith(test) || whole.startsWith(test.replaceFirst("^frontend/", ""))
        : whole.equals(test) || whole.endsWith("." + test);
  }

  private boolean inSources(String test) throws IOException {
    String[] parts = (test + "#").split("#", 3);
    if (Files.isRegularFile(root.resolve(parts[0]))) {
      return Files.readString(root.resolve(parts[0])).contains(parts[1]);
    }
    String file = parts[0].substring(parts[0].lastIndexOf('.') + 1) + ".java";
    Pattern method = Pattern.compile("void " + Pattern.quote(parts[1]) + "\\(");
    for (String module : List.of("kit", "auth", "webd", "e2e")) {
      Path tests = root.resolve(module).resolve("src/test/java");
      for (Path source : files(tests)) {
        if (source.endsWith(file) && method.matcher(Files.readString(source)).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasDatedResult(String test) throws IOException {
    for (Path document : files(root.resolve("docs"))) {
      boolean promises =
          document.endsWith("promises.md") || document.endsWith("cahier-des-charges.md");
      if (document.toString().endsWith(".md") && !promises) {
        for (String line : Files.readAllLines(document)) {
          if (line.contains(test) && DATE.matcher(line).find()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static Set<String> names(List<TestResult> results, Verdict verdict) {
    return results.stream()
        .filter(result -> result.verdict() == verdict)
        .map(TestResult::name)
        .collect(Collectors.toSet());
  }
}
