package org.billetterie.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.billetterie.e2e.stack.Until;

/// strace on a running process: sees its system calls, or makes some of them fail. Attached when
/// made, gone when closed; the process runs on.
final class Strace implements AutoCloseable {
  private static final Duration ATTACHED_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final Path calls;
  private final Path errors;

  private Strace(Process process, Path calls, Path errors) {
    this.process = process;
    this.calls = calls;
    this.errors = errors;
  }

  /// All threads of a process.
  ///
  /// @param options what to see and what to do, as strace wants it
  static Strace of(long pid, String... options) {
    try {
      Path calls = Files.createTempFile("billetterie-strace-", ".calls");
      Path errors = Files.createTempFile("billetterie-strace-", ".errors");
      List<String> words = new ArrayList<>(List.of("strace", "-f", "-o", calls.toString()));
      words.addAll(List.of(options));
      words.addAll(List.of("-p", "" + pid));
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(errors.toFile())
              .start();
      Strace strace = new Strace(process, calls, errors);
      Until.holds("strace is attached", ATTACHED_WITHIN, strace::attached);
      return strace;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean attached() {
    if (!process.isAlive()) {
      throw new AssertionError("strace ended: " + read(errors));
    }
    return read(errors).contains(" attached");
  }

  /// Whether a call was made to fail.
  boolean hasInjected() {
    return read(calls).contains("(INJECTED)");
  }

  /// Lets the process go.
  ///
  /// @return what strace has written, until [#close()]
  Path detach() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("strace does not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return calls;
  }

  @Override
  public void close() {
    detach();
    try {
      Files.delete(calls);
      Files.delete(errors);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
