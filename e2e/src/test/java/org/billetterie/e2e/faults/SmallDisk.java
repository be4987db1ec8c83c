package org.billetterie.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.billetterie.e2e.stack.Command;

/// A disk of a few megabytes (a tmpfs; making one takes root), with a ballast file that fills it.
public final class SmallDisk implements AutoCloseable {
  private static final Duration COMMAND_MAX = Duration.ofSeconds(60);
  private static final int CHUNK = 4_096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk of(int megabytes) {
    try {
      Path folder = Files.createTempDirectory("billetterie-disk-").toRealPath();
      command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
      return new SmallDisk(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public Path folder() {
    return folder;
  }

  /// Takes all room that is left, again and again if others free some.
  public void fill() {
    try (FileChannel ballast =
        FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (usable() > 0) {
        ballast.write(ByteBuffer.allocate((int) Math.min(CHUNK, usable())));
      }
    } catch (IOException full) {
      // Somebody else took the last of it.
    }
  }

  /// Gives back what the ballast took.
  public void empty() {
    try {
      Files.deleteIfExists(ballast());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public long usable() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    command("umount", folder.toString());
    try {
      Files.delete(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private static void command(String... words) {
    Command done = Command.run(COMMAND_MAX, Path.of("/"), Map.of(), words);
    if (done.exit() != 0) {
      throw new AssertionError(String.join(" ", words) + ": " + done.output());
    }
  }
}
