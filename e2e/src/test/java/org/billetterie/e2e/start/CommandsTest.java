package org.billetterie.e2e.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `bin/up` says in one clear sentence why it does not start, and starts nothing.
@ExtendWith(SharedStack.class)
class CommandsTest {
  private static final Duration SAYS_WITHIN = Duration.ofMinutes(1);

  /// What `bin/up` calls until it looks for tools.
  private static final List<String> BASICS =
      List.of(
          "bash",
          "basename",
          "cat",
          "chmod",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sha256sum",
          "tr",
          "uname");

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void freePorts() throws IOException {
    settings.put("DATA_DIR", folder.resolve("data").toString());
    for (String name : List.of("PORT", "AUTH_PORT", "WEBD_PORT", "FRONTEND_PORT")) {
      try (ServerSocket free = new ServerSocket(0)) {
        settings.put(name, "" + free.getLocalPort());
      }
    }
  }

  @Test
  void aPortInUseIsNamedInTheReadersLanguage(Stack stack) {
    int taken = stack.url().getPort();
    settings.put("PORT", "" + taken);

    assertThat(refused()).startsWith("bin/up: port in use: PORT=" + taken + ". Stop ");
    settings.put("LANG", "fr_FR.UTF-8");
    assertThat(refused()).startsWith("bin/up: port déjà pris : PORT=" + taken + ". Arrêtez ");
  }

  @Test
  void onePortForTwoPartsIsRefused(Stack stack) {
    settings.put("AUTH_PORT", settings.get("WEBD_PORT"));

    assertThat(refused()).contains("AUTH_PORT and WEBD_PORT are both");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed(Stack stack) throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    settings.put("DATA_DIR", file.resolve("data").toString());

    assertThat(refused()).contains("cannot write in " + file.resolve("data"), "DATA_DIR");
  }

  @Test
  void settingsThatCannotBeMeantAreNamed(Stack stack) {
    Map<String, String> wrong =
        Map.of(
            "WEBD_PROT", "unknown setting: WEBD_PROT",
            "PUBLIC_URL", "PUBLIC_URL is an address",
            "LOG_LEVEL", "LOG_LEVEL is error, warn, info or debug",
            "TLS_CERT", "TLS_CERT and TLS_KEY go together",
            "ADMIN_PASSWORD_FILE", "cannot be read");
    wrong.forEach((name, sentence) -> {
      settings.put(name, "nonsense");
      assertThat(refused()).as(name).contains(sentence);
      settings.remove(name);
    });
  }

  /// As on a machine without curl and without apt: nothing can be installed, so it says what to do.
  @Test
  void aMissingToolIsNamedWithWhatInstallsIt(Stack stack) throws IOException {
    Path path = Files.createDirectory(folder.resolve("bin"));
    for (String name : BASICS) {
      Path found =
          List.of("/usr/bin", "/bin").stream()
              .map(place -> Path.of(place, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.copy(found, path.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    settings.put("PATH", path.toString());
    Command up = up();

    assertThat(up.exit()).isEqualTo(1);
    assertThat(up.output()).contains("missing: curl", "install first: ", "apt-get install");
  }

  @Test
  void aDemoIsNotStartedAsARealHouse(Stack stack) throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("world"), "demo\n");

    assertThat(refused()).contains("holds the demo: add --demo");
  }

  /// The shared house was started with it, and its Admin signs in with the first line.
  @Test
  void theNamedAdminsPasswordFileIsNeitherChangedNorDeleted(Stack stack) throws IOException {
    assertThat(new People(stack).admin().accountId()).isNotBlank();
    String content = Files.readString(stack.file("admin-password"));
    assertThat(content).isEqualTo(stack.canaries().password() + "\nOnly the first line counts.\n");
    assertThat(stack.file("auth/first-admin.txt")).doesNotExist();
  }

  private String refused() {
    Command up = up();
    assertThat(up.exit()).as(up.output()).isEqualTo(1);
    assertThat(up.output().lines()).as("one sentence").hasSize(1);
    assertThat(folder.resolve("data/run/supervisor.pid")).doesNotExist();
    return up.output();
  }

  private Command up() {
    String command = Stack.ROOT.resolve("bin/up").toString();
    return Command.run(SAYS_WITHIN, folder, settings, command, "-d");
  }
}
