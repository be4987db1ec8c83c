package org.billetterie.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.ProblemBody;
import org.billetterie.kit.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// docs/problems.md tells of every problem of auth, in the words that users read.
class ProblemDocsTest {
  private static final String HEADING = "\n## auth\n";

  @ParameterizedTest
  @EnumSource(AuthProblem.class)
  void tellsOfEachTypeInTheWordsThatUsersRead(AuthProblem type) throws IOException {
    ProblemBody fr = ProblemBody.of(Problem.of(type), Locale.FRENCH, "id");
    ProblemBody en = ProblemBody.of(Problem.of(type), Locale.ENGLISH, "id");
    assertThat(read("docs/problems.md"))
        .contains(
            "| <a id=\"%s\"></a>`%s` | %d | **%s** %s | **%s** %s | "
                .formatted(
                    type.slug(),
                    type.slug(),
                    type.status(),
                    fr.title(),
                    fr.detail(),
                    en.title(),
                    en.detail()));
  }

  @Test
  void tellsOfNoTypeThatIsNotThere() throws IOException {
    String docs = read("docs/problems.md");
    String section = docs.substring(docs.indexOf(HEADING) + HEADING.length());
    List<String> told =
        Pattern.compile("<a id=\"([a-z-]+)\">")
            .matcher(section.substring(0, section.indexOf("\n## ")))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(told)
        .containsExactlyElementsOf(
            Arrays.stream(AuthProblem.values())
                .map(ProblemType::slug)
                .map("<a id=\"%s\">"::formatted)
                .toList());
  }

  @ParameterizedTest
  @EnumSource(AuthProblem.class)
  void theFrontendExplainsEachTypeWhereItsUriLeads(AuthProblem type) throws IOException {
    for (String language : List.of("fr", "en")) {
      String file = "frontend/src/lib/messages/" + language + ".problems.js";
      Pattern entry = Pattern.compile("(?m)^  '?" + type.slug() + "'?: \\{");
      assertThat(entry.matcher(read(file)).find()).as("%s explains it", file).isTrue();
    }
  }

  private static String read(String path) throws IOException {
    return Files.readString(Path.of("..", path));
  }
}
