package org.billetterie.e2e.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The processes of one world, known by the DATA_DIR in their environment or, since nginx writes
/// over its own, by the folder that they work in.
final class Processes {
  private Processes() {}

  static List<ProcessHandle> of(Path world) {
    String mark = "\0DATA_DIR=" + world + "\0";
    return ProcessHandle.allProcesses()
        .filter(process ->
            environment(process.pid()).contains(mark) || folder(process.pid()).startsWith(world))
        .toList();
  }

  /// @throws AssertionError when some are left after a while; they are ended then
  static void assertGone(Path world) {
    try {
      Until.holds(
          "all processes of " + world + " end", Duration.ofSeconds(40), () -> of(world).isEmpty());
    } finally {
      of(world).forEach(ProcessHandle::destroyForcibly);
    }
  }

  static void signal(long pid, String signal) {
    Command sent =
        Command.run(
            Duration.ofSeconds(20),
            Path.of("/"),
            java.util.Map.of(),
            "kill",
            "-" + signal,
            "" + pid);
    if (sent.exit() != 0) {
      throw new AssertionError("kill -" + signal + " " + pid + ": " + sent.output());
    }
  }

  static Optional<Long> pid(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private static Path folder(long pid) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd"));
    } catch (IOException goneOrNotOurs) {
      return Path.of("");
    }
  }

  private static String environment(long pid) {
    try {
      return "\0"
          + Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException goneOrNotOurs) {
      return "";
    }
  }
}
