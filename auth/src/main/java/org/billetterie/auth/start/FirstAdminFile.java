package org.billetterie.auth.start;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.billetterie.auth.AuthConfig;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.secret.PrivateFile;
import org.jboss.logging.Logger;

/// The file in which the first administrator finds a random password. It is readable by its owner
/// only and deleted when that account signs in.
@Singleton
public final class FirstAdminFile {
  private static final Logger LOG = Logger.getLogger(FirstAdminFile.class);
  private static final String EMAIL = "email: ";

  private final Path file;

  FirstAdminFile(AuthConfig config) {
    this.file = config.firstAdminFile();
  }

  void write(Email email, String password) {
    try {
      PrivateFile.replace(file, EMAIL + email.text() + "\npassword: " + password + "\n");
    } catch (IOException notWritable) {
      throw new IllegalStateException(
          "the first administrator's password cannot be written to " + file, notWritable);
    }
  }

  /// The password has been used: nobody needs to read it again.
  public void deleteWhenUsedBy(String email) {
    try {
      if (Files.exists(file) && Files.readString(file).startsWith(EMAIL + email + "\n")) {
        Files.deleteIfExists(file);
        LOG.info("the first administrator has signed in: the file with the password is deleted");
      }
    } catch (IOException | UncheckedIOException stays) {
      LOG.warnf("delete %s yourself: it holds a password and could not be deleted", file);
    }
  }
}
