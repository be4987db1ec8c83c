package org.billetterie.auth.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files that only their owner can read (0600), from the first byte on.
public final class PrivateFile {
  private PrivateFile() {}

  /// Makes the file and puts it on disk before this returns.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when there is one
  public static void create(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }

  /// As [#create], in the place of an older one.
  public static void replace(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    create(file, text);
  }
}
