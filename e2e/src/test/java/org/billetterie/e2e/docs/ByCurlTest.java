package org.billetterie.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the READMEs tell a stranger to type does what they say.
@ExtendWith(SharedStack.class)
class ByCurlTest {
  private static final Pattern SCRIPT =
      Pattern.compile("```bash by-curl\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.fr.md"})
  void theScriptOfTheReadmeEndsWithAPaidOrder(String page, Stack stack) throws IOException {
    Matcher script = SCRIPT.matcher(Files.readString(Stack.ROOT.resolve(page)));
    assertThat(script.find()).as("a block marked by-curl in " + page).isTrue();
    Path file = Files.writeString(folder.resolve("by-curl.sh"), script.group(1));
    Map<String, String> house =
        Map.of(
            "BASE", stack.url().toString(),
            "ADMIN_EMAIL", StackSettings.ADMIN_EMAIL,
            "ADMIN_PASSWORD", stack.canaries().password());
    Command run = Command.run(Duration.ofMinutes(2), folder, house, "bash", file.toString());
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("\"status\": \"PAID\"").contains("\"tickets\": 2");
  }
}
