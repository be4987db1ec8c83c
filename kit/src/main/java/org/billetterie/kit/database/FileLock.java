package org.billetterie.kit.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second process from writing the same SQLite file. The system releases it when the
/// process ends, however it ends.
final class FileLock {
  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws IllegalStateException when another process holds it, or the folder cannot be written
  static FileLock take(Path database) {
    Path file = Path.of(database + ".lock");
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw heldElsewhere(database);
      }
      return new FileLock(channel);
    } catch (OverlappingFileLockException heldHere) {
      throw heldElsewhere(database);
    } catch (IOException notWritable) {
      throw new IllegalStateException("cannot write beside the database " + database, notWritable);
    }
  }

  void release() {
    try {
      channel.close();
    } catch (IOException closedAlready) {
      throw new IllegalStateException("cannot release the lock of the database", closedAlready);
    }
  }

  private static IllegalStateException heldElsewhere(Path database) {
    return new IllegalStateException(
        "another process writes the database " + database + ": stop it first");
  }
}
