package org.billetterie.e2e.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.billetterie.e2e.report.TestResult.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromiseCheckTest {
  private static final List<TestResult> RESULTS =
      List.of(
          new TestResult("org.x.RushTest#sells", 1, Verdict.PASSED, ""),
          new TestResult("org.x.RushTest#fails", 1, Verdict.FAILED, ""),
          new TestResult("org.x.RushTest#rests", 1, Verdict.SKIPPED, "no engine"),
          new TestResult("tests/api.test.js#asks again > once", 1, Verdict.PASSED, ""));

  @TempDir private Path root;

  @BeforeEach
  void sources() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.createDirectories(root.resolve("e2e/src/test/java/org/x"));
    Files.writeString(root.resolve("e2e/src/test/java/org/x/LongTest.java"), "void soaks() {}");
  }

  @Test
  void aRowWhoseTestPassedKeepsItsWord() throws IOException {
    assertThat(
            rows(
                "| 1 | never oversell | `RushTest#sells`, `frontend/tests/api.test.js#asks again` | test |"))
        .isEmpty();
  }

  @Test
  void aRowWhoseTestFailedWasSkippedOrIsUnknownDoesNot() throws IOException {
    assertThat(
            rows(
                "| 1 | a | `RushTest#fails` | test |\n| 2 | b | `RushTest#rests` | test |\n"
                    + "| 3 | c | `ushTest#sells` | test |\n| 4 | d | `RushTest#gone` | test |"))
        .hasSize(4);
  }

  @Test
  void aRowWithoutATestOrWithAnUnknownSuiteDoesNot() throws IOException {
    assertThat(rows("| 1 | a | later | test |\n| 2 | b | `RushTest#sells` | soak |")).hasSize(2);
  }

  @Test
  void aRowOfAnotherSuiteNeedsTheTestAndADatedResult() throws IOException {
    String row = "| 1 | a | `LongTest#soaks` | --long |";
    assertThat(rows(row)).singleElement().asString().contains("no dated result");
    Files.writeString(
        root.resolve("docs/operations.md"), "2026-11-22: `LongTest#soaks` 100 kills, 0 lost\n");
    assertThat(rows(row)).isEmpty();
    assertThat(rows("| 1 | a | `LongTest#other` | --long |"))
        .singleElement()
        .asString()
        .contains("not in the sources");
  }

  @Test
  void aRequirementMaySayWhyItHasNoTestButNotNothing() throws IOException {
    Path document = root.resolve("docs/cahier-des-charges.md");
    String head = "| exigence | où | ce qui le montre | suite |\n| --- | --- | --- | --- |\n";
    Files.writeString(
        document,
        head
            + "| a | b | `e2e RushTest#sells`, `frontend/tests/api.test.js` | `test` |\n"
            + "| MySQL | ADR 5 | écart voulu : voir l'ADR | |\n| x | y | | |\n");
    assertThat(new PromiseCheck(root, RESULTS).check(document, false)).hasSize(1);
  }

  @Test
  void aDocumentWithoutATableIsFound() throws IOException {
    Path document = root.resolve("docs/promises.md");
    Files.writeString(document, "# Promises\n");
    assertThat(new PromiseCheck(root, RESULTS).check(document, true)).hasSize(1);
  }

  @Test
  void theReportEndsWithOneLineOfCounts() throws IOException {
    Path xml = root.resolve("reports/TEST-x.xml");
    Files.createDirectories(xml.getParent());
    Files.writeString(
        xml,
        """
        <testsuite><testcase name="sells(Stack)" classname="org.x.RushTest" time="1,001.5"/>
        <testcase name="rests" classname="org.x.RushTest" time="0"><skipped message="no engine"/></testcase>
        <testcase name="" classname="org.x.KillTest" time="0"><error/></testcase></testsuite>
        """);
    Path checks = root.resolve("checks.tsv");
    Files.writeString(
        checks, "eslint\tPASSED\t3.5\t\nlighthouse\tSKIPPED\t0\ta suite of its own\n");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        Report.run(
            root,
            "--long",
            List.of(xml.getParent(), checks),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(exit).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("1001.5 s  org.x.RushTest#sells")
        .contains("FAILED  org.x.KillTest#")
        .contains("skipped lighthouse: a suite of its own")
        .endsWith("2 passed, 1 failed, 2 skipped\n");
  }

  private List<String> rows(String rows) throws IOException {
    Path document = root.resolve("docs/promises.md");
    Files.writeString(
        document, "| # | promise | test | suite |\n| --- | --- | --- | --- |\n" + rows + "\n");
    return new PromiseCheck(root, RESULTS).check(document, true);
  }
}
