package org.billetterie.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells refusals from failures by the log of the part that answered: wrk only knows that an answer
/// was not 2xx.
final class Statuses {
  private static final Pattern STATUS = Pattern.compile("\"status\":(\\d{3})");
  private static final int CLIENT_GONE = 499;
  private static final int OVERLOADED = 503;
  private static final long LATE_NANOS = 3_000_000_000L;
  private static final long STEP_NANOS = 200_000_000;

  private final Path log;
  private final long from;

  private Statuses(Path log, long from) {
    this.log = log;
    this.from = from;
  }

  /// Of a run that is about to start.
  static Statuses from(House house, Load load) {
    Path log = house.log(load.url().startsWith(house.webdUrl()) ? "webd" : "lb");
    try {
      return new Statuses(log, Files.size(log));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Answers 4xx and 503.
  ///
  /// @param answers how many lines the run should have left; the last ones may come a little late
  long refused(long answers) {
    long deadline = System.nanoTime() + LATE_NANOS;
    Counted counted = count(text());
    while (counted.answers() < answers && System.nanoTime() < deadline) {
      LockSupport.parkNanos(STEP_NANOS);
      counted = count(text());
    }
    return counted.refused();
  }

  /// What some lines of a log tell.
  record Counted(long answers, long refused) {}

  static Counted count(CharSequence lines) {
    long answers = 0;
    long refused = 0;
    Matcher statuses = STATUS.matcher(lines);
    while (statuses.find()) {
      int status = Integer.parseInt(statuses.group(1));
      answers++;
      refused += status == OVERLOADED || (status >= 400 && status < CLIENT_GONE) ? 1 : 0;
    }
    return new Counted(answers, refused);
  }

  private CharSequence text() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
