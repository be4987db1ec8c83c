package org.billetterie.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The files of a database as a disk holds them that loses its power: what was synced is there; of
/// what was only written the disk may have kept nothing, or any part.
final class DiskImage {
  private static final int SECTOR = 512;

  private final Map<String, byte[]> synced = new HashMap<>();
  private final Map<String, List<Pending>> written = new HashMap<>();

  /// @param files as they lie there before anything happens, all of it taken for synced
  DiskImage(List<Path> files) {
    for (Path file : files) {
      try {
        synced.put(file.toString(), Files.readAllBytes(file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private record Pending(int index, SystemCalls.Happening happening) {}

  boolean concerns(String file) {
    return synced.containsKey(file);
  }

  void write(int index, String file, SystemCalls.Happening happening) {
    written.computeIfAbsent(file, none -> new ArrayList<>()).add(new Pending(index, happening));
  }

  void sync(SystemCalls.Synced sync) {
    List<Pending> pending = written.getOrDefault(sync.file(), new ArrayList<>());
    byte[] content = synced.get(sync.file());
    for (Pending each : pending.stream().filter(p -> p.index() < sync.covers()).toList()) {
      content = after(content, each.happening());
    }
    synced.put(sync.file(), content);
    pending.removeIf(each -> each.index() < sync.covers());
  }

  /// Writes the files as they would be found.
  ///
  /// @param chance which sectors of what was not synced survived; null for none
  /// @return the database
  Path writeTo(Path folder, Random chance) {
    Path database = null;
    try {
      for (Map.Entry<String, byte[]> file : synced.entrySet()) {
        byte[] content = file.getValue();
        if (chance != null) {
          for (Pending each : written.getOrDefault(file.getKey(), List.of())) {
            content = partlyAfter(content, each.happening(), chance);
          }
        }
        Path copy = folder.resolve(Path.of(file.getKey()).getFileName());
        Files.write(copy, content);
        database = copy.toString().endsWith(".db") ? copy : database;
      }
      // An index of the log that lies in memory only: it is made anew.
      Files.deleteIfExists(Path.of(database + "-shm"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return database;
  }

  private static byte[] after(byte[] content, SystemCalls.Happening happening) {
    return switch (happening) {
      case SystemCalls.Wrote wrote -> {
        int from = Math.toIntExact(wrote.offset());
        byte[] next = Arrays.copyOf(content, Math.max(content.length, from + wrote.bytes().length));
        System.arraycopy(wrote.bytes(), 0, next, from, wrote.bytes().length);
        yield next;
      }
      case SystemCalls.Cut cut -> Arrays.copyOf(content, Math.toIntExact(cut.length()));
      default -> content;
    };
  }

  private static byte[] partlyAfter(
      byte[] content, SystemCalls.Happening happening, Random chance) {
    if (!(happening instanceof SystemCalls.Wrote wrote)) {
      return chance.nextBoolean() ? after(content, happening) : content;
    }
    byte[] next = content;
    for (int at = 0; at < wrote.bytes().length; at += SECTOR) {
      if (chance.nextBoolean()) {
        int end = Math.min(at + SECTOR, wrote.bytes().length);
        byte[] sector = Arrays.copyOfRange(wrote.bytes(), at, end);
        next = after(next, new SystemCalls.Wrote(wrote.file(), wrote.offset() + at, sector));
      }
    }
    return next;
  }
}
