package org.billetterie.e2e.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The rows of a document's Markdown tables that have a column of tests (`test`, in French `ce qui
/// le montre`) and a column `suite`.
final class PromiseTable {
  /// A test may be written with its module before it; of the pages, a file is enough.
  private static final Pattern TEST =
      Pattern.compile("`(?:(?:kit|auth|webd|e2e) )?([^`]*(?:#[^`]*|\\.test\\.js))`");

  private static final List<String> TEST_COLUMN = List.of("test", "ce qui le montre");

  private PromiseTable() {}

  /// @param tests as the row names them, like `RushTest#method`
  /// @param text the test cell without the names of tests: why there is none
  record Row(int line, List<String> tests, String text, String suite) {}

  static List<Row> read(Path document) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> columns = List.of();
    int number = 0;
    for (String line : Files.readAllLines(document)) {
      number++;
      if (!line.strip().startsWith("|")) {
        columns = List.of();
        continue;
      }
      List<String> cells = cells(line);
      if (columns.isEmpty()) {
        columns = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        continue;
      }
      int test =
          columns.indexOf(TEST_COLUMN.stream().filter(columns::contains).findFirst().orElse(""));
      int suite = columns.indexOf("suite");
      if (test >= 0 && suite >= 0 && !isRule(cells)) {
        rows.add(row(number, cell(cells, test), cell(cells, suite)));
      }
    }
    return rows;
  }

  private static Row row(int line, String test, String suite) {
    List<String> tests = TEST.matcher(test).results().map(PromiseTable::name).toList();
    String text = TEST.matcher(test).replaceAll("").replaceAll("<br>|[,;·/ ]", "");
    return new Row(line, tests, text, suite.replace("`", "").strip());
  }

  private static String name(MatchResult found) {
    return found.group(1).strip();
  }

  /// A `|` within a cell is written `\|`.
  private static List<String> cells(String line) {
    String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  private static boolean isRule(List<String> cells) {
    return cells.stream().allMatch(cell -> cell.matches(":?-+:?"));
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
