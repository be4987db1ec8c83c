package org.billetterie.e2e.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a service did to its files and sockets, in order, as strace saw it.
///
/// strace stops a thread at the beginning and at the end of each call and lets it go on only when
/// it has written that down, so what one call's end has caused stands below it.
final class SystemCalls {
  /// What strace has to be told.
  static final String[] OPTIONS = {
    "-y",
    "-xx",
    "-s",
    "1000000",
    "-e",
    "trace=pwrite64,ftruncate,fsync,fdatasync,write,writev,sendto,sendmsg"
  };

  private static final Pattern LINE =
      Pattern.compile("(\\d+) +(?:<\\.\\.\\. (\\w+) resumed>)?(?:(\\w+)\\()?(.*)");
  private static final Pattern STRING = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
  private static final Pattern OFFSET = Pattern.compile(", (\\d+)(?: <unfinished \\.\\.\\.>|\\) )");
  private static final Pattern DONE = Pattern.compile("\\) += (-?\\d+).*$");

  private SystemCalls() {}

  /// One thing that happened.
  sealed interface Happening {}

  /// Bytes that the system has taken and not yet put on the disk.
  record Wrote(String file, long offset, byte[] bytes) implements Happening {}

  record Cut(String file, long length) implements Happening {}

  /// What had been written to the file when this began is on the disk.
  ///
  /// @param covers happenings before this index, of all that there are
  record Synced(String file, int covers) implements Happening {}

  /// Bytes on their way to whoever asked: the moment at which they begin to leave.
  record Sent(String bytes) implements Happening {}

  /// @param calls as written by [Strace] with [#OPTIONS]
  static List<Happening> read(Path calls) {
    Reader reader = new Reader();
    try (Stream<String> lines = Files.lines(calls, StandardCharsets.ISO_8859_1)) {
      lines.forEach(reader::line);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return reader.happened;
  }

  /// A call of which the end is not written yet.
  private record Begun(String name, String arguments, int at) {}

  private static final class Reader {
    private final List<Happening> happened = new ArrayList<>();
    private final Map<String, Begun> begun = new HashMap<>();

    void line(String text) {
      Matcher line = LINE.matcher(text);
      if (!line.matches()) {
        return;
      }
      String thread = line.group(1);
      if (line.group(3) != null) {
        Begun call = new Begun(line.group(3), line.group(4), happened.size());
        begin(call);
        if (line.group(4).endsWith("<unfinished ...>")) {
          begun.put(thread, call);
        } else {
          end(call, line.group(4));
        }
      } else if (line.group(2) != null && begun.containsKey(thread)) {
        end(begun.remove(thread), line.group(4));
      }
    }

    private void begin(Begun call) {
      if (List.of("write", "writev", "sendto", "sendmsg").contains(call.name())
          && file(call).startsWith("socket:")) {
        happened.add(new Sent(new String(bytes(call), StandardCharsets.ISO_8859_1)));
      }
    }

    private void end(Begun call, String rest) {
      Matcher done = DONE.matcher(rest);
      if (!done.find() || done.group(1).startsWith("-")) {
        return;
      }
      switch (call.name()) {
        case "pwrite64" -> happened.add(new Wrote(file(call), number(call), bytes(call)));
        case "ftruncate" -> happened.add(new Cut(file(call), number(call)));
        case "fsync", "fdatasync" -> happened.add(new Synced(file(call), call.at()));
        default -> {}
      }
    }

    /// The path, or the kind of the socket, of `45<...>`.
    private static String file(Begun call) {
      String arguments = call.arguments();
      int from = arguments.indexOf('<') + 1;
      String path = arguments.substring(from, arguments.indexOf('>', from));
      return path.startsWith("\\x") ? new String(decoded(path), StandardCharsets.UTF_8) : path;
    }

    private static long number(Begun call) {
      Matcher number = OFFSET.matcher(call.arguments());
      long last = 0;
      while (number.find()) {
        last = Long.parseLong(number.group(1));
      }
      return last;
    }

    private static byte[] bytes(Begun call) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      Matcher string = STRING.matcher(call.arguments());
      while (string.find()) {
        all.writeBytes(decoded(string.group(1)));
      }
      return all.toByteArray();
    }

    private static byte[] decoded(String escaped) {
      return HexFormat.of().parseHex(escaped.replace("\\x", ""));
    }
  }
}
