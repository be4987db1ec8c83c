package org.billetterie.e2e.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One command on the machine, with what it printed.
///
/// @param output standard output and errors together
public record Command(int exit, String output) {
  private static final List<String> OURS =
      List.of(
          "AUTH_",
          "WEBD_",
          "ADMIN_",
          "PAYMENT_",
          "SMTP_",
          "LIMIT_",
          "TLS_",
          "HOP_",
          "BILLETTERIE_");
  private static final List<String> OURS_EXACTLY =
      List.of(
          "PORT",
          "DATA_DIR",
          "FRONTEND_PORT",
          "PUBLIC_URL",
          "ACCEPTED_HOSTS",
          "LISTEN",
          "LAN",
          "DEMO",
          "LOAD_TEST",
          "LOG_LEVEL",
          "HTTP_PORT",
          "TRUSTED_PROXY",
          "ALLOW_INSECURE_COOKIES",
          "JDK_JAVA_OPTIONS",
          "JAVA_TOOL_OPTIONS",
          "LC_ALL",
          "LC_MESSAGES",
          "SPOKEN");

  /// Runs to its end, without input.
  ///
  /// @throws AssertionError when it does not end in time
  public static Command run(
      Duration most, Path folder, Map<String, String> environment, String... words) {
    try {
      Path output = Files.createTempFile("billetterie-command-", ".out");
      try {
        Process process = builder(folder, environment, output, words).start();
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          throw new AssertionError(String.join(" ", words) + " did not end within " + most);
        }
        return new Command(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
      } finally {
        Files.delete(output);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  /// A process of its own settings: what the caller's shell sets for another stack is not passed.
  static ProcessBuilder builder(
      Path folder, Map<String, String> environment, Path output, String... words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> OURS_EXACTLY.contains(name) || OURS.stream().anyMatch(name::startsWith));
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
  }
}
