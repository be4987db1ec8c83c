package org.billetterie.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages that say "this test shows it" name tests that are there, and each requirement of the
/// specification has its row, its place, its test and its suite.
class RequirementsTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Set<String> SUITES = Set.of("test", "--long", "containers", "lighthouse");
  private static final String NOT_YET = "**à venir**";
  private static final Pattern NAMED = Pattern.compile("`((?:\\w+\\.)*[A-Z]\\w+Test)#(\\w+)`");
  private static final Pattern OF_THE_FRONTEND =
      Pattern.compile("`(frontend/tests/[\\w./-]+\\.test\\.js)(#[^`]+)?`");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d+) \\| (.+) \\| (.+) \\| (.+) \\| `(.+)` \\|$");

  @Test
  void everyTestThatAPageNamesIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      Matcher named = NAMED.matcher(text);
      while (named.find()) {
        if (!exists(named.group(1), named.group(2))) {
          missing.add(page + ": " + named.group());
        }
      }
      Matcher frontend = OF_THE_FRONTEND.matcher(text);
      while (frontend.find()) {
        if (!Files.exists(Path.of("..", frontend.group(1)))) {
          missing.add(page + ": " + frontend.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRequirementHasATestAndItsSuite() throws IOException {
    List<MatchResult> rows =
        ROW.matcher(Files.readString(DOCS.resolve("cahier-des-charges.md"))).results().toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(42);
    int expected = 1;
    for (MatchResult row : rows) {
      assertThat(row.group(1)).isEqualTo(String.valueOf(expected++));
      assertThat(SUITES).contains(row.group(5));
      String shownBy = row.group(4);
      boolean named = NAMED.matcher(shownBy).find() || OF_THE_FRONTEND.matcher(shownBy).find();
      assertThat(named || shownBy.equals(NOT_YET)).as(row.group()).isTrue();
      if (!named) {
        System.out.println("requirement without a test: " + row.group(1) + " " + row.group(2));
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  /// @param type with as much of its package as it takes to tell it from others
  private static boolean exists(String type, String method) throws IOException {
    Path source = Path.of(type.replace('.', '/') + ".java");
    Pattern declared = Pattern.compile("\\bvoid " + method + "\\(");
    for (String module : List.of("kit", "auth", "webd", "e2e")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
        for (Path file : files.filter(each -> each.endsWith(source)).toList()) {
          if (declared.matcher(Files.readString(file)).find()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
