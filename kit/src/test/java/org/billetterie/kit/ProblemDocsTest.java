package org.billetterie.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.ProblemBody;
import org.billetterie.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// docs/problems.md tells of every problem that any service or lb answers, in the words that users
/// read. auth and webd have a test of the same name for their own.
class ProblemDocsTest {
  private static final String DOCS = read("../docs/problems.md");
  private static final String DOOR = read("../lb/answers.conf") + read("../lb/maps.conf");

  @ParameterizedTest
  @EnumSource(CommonProblem.class)
  void tellsOfEachTypeInTheWordsThatUsersRead(CommonProblem type) {
    assertThat(DOCS).contains(rowBegin(type));
  }

  @Test
  void tellsOfNoTypeThatIsNotThere() {
    List<String> slugs = Arrays.stream(CommonProblem.values()).map(ProblemType::slug).toList();
    assertThat(slugsIn("## Any service")).containsExactlyElementsOf(slugs);
  }

  @ParameterizedTest
  @EnumSource(CommonProblem.class)
  void theFrontendExplainsEachTypeWhereItsUriLeads(CommonProblem type) {
    for (String language : List.of("fr", "en")) {
      String file = "../frontend/src/lib/messages/" + language + ".problems.js";
      Pattern entry = Pattern.compile("(?m)^  '?" + type.slug() + "'?: \\{");
      assertThat(entry.matcher(read(file)).find()).as("%s explains it", file).isTrue();
    }
  }

  /// nginx's answers are texts in its configuration: each slug, title and detail is in the table.
  @Test
  void tellsOfEachAnswerOfTheDoor() {
    Matcher answers =
        Pattern.compile(
                "#([a-z-]+)\",\"title\":\"([^\"]+)\",\"status\":(\\d+),\"detail\":\"([^\"]+)")
            .matcher(DOOR);
    int found = 0;
    while (answers.find()) {
      found++;
      assertThat(DOCS)
          .contains(
              "| `%s` | %s | **%s** %s |"
                  .formatted(
                      answers.group(1), answers.group(3), answers.group(2), answers.group(4)));
    }
    assertThat(found).isGreaterThanOrEqualTo(9);
  }

  /// The one answer whose words nginx puts together from maps.conf.
  @Test
  void tellsOfTheAnswerThatWasLost() {
    Matcher words = Pattern.compile("(?m)^  outcome-unknown \"([^\"]+)\"").matcher(DOOR);
    assertThat(words.find()).isTrue();
    String title = words.group(1);
    assertThat(words.find()).isTrue();
    assertThat(DOCS)
        .contains("| `outcome-unknown` | 503 | **%s** %s |".formatted(title, words.group(1)));
  }

  private static String rowBegin(ProblemType type) {
    ProblemBody fr = ProblemBody.of(Problem.of(type), Locale.FRENCH, "id");
    ProblemBody en = ProblemBody.of(Problem.of(type), Locale.ENGLISH, "id");
    return "| <a id=\"%s\"></a>`%s` | %d | **%s** %s | **%s** %s | "
        .formatted(
            type.slug(),
            type.slug(),
            type.status(),
            fr.title(),
            fr.detail(),
            en.title(),
            en.detail());
  }

  private static Set<String> slugsIn(String heading) {
    String section = DOCS.substring(DOCS.indexOf(heading) + heading.length());
    int end = section.indexOf("\n## ");
    Matcher rows = Pattern.compile("<a id=\"([a-z-]+)\">").matcher(section.substring(0, end));
    Set<String> slugs = new LinkedHashSet<>();
    while (rows.find()) {
      slugs.add(rows.group(1));
    }
    return slugs;
  }

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException missing) {
      throw new AssertionError("cannot read " + path, missing);
    }
  }
}
