package org.billetterie.auth.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Wraps secrets for the database with AES-256-GCM. What a secret is for is authenticated with it,
/// so that one cannot be put in the place of another.
///
/// A wrapped secret reads `w1$<base64 of nonce, ciphertext and tag>`.
public final class MasterKey {
  private static final String VERSION = "w1$";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  /// @param key 32 bytes
  public MasterKey(byte[] key, SecureRandom random) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a master key has 32 bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /// The key of that file (64 hexadecimal digits).
  ///
  /// @param mayMake whether an absent file is made, readable by its owner only
  /// @throws IllegalStateException when the file is absent and must not be, or is not a key
  public static MasterKey at(Path file, boolean mayMake, SecureRandom random) {
    try {
      if (Files.notExists(file)) {
        if (!mayMake) {
          throw new IllegalStateException(
              "the master key %s is gone, and the database needs it: put it back from the backup"
                  .formatted(file));
        }
        make(file, random);
      }
      return new MasterKey(HexFormat.of().parseHex(Files.readString(file).strip()), random);
    } catch (IllegalArgumentException notAKey) {
      throw new IllegalStateException(
          "the master key %s must hold 64 hexadecimal digits".formatted(file), notAKey);
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "the master key %s can be neither read nor made".formatted(file), unreadable);
    }
  }

  /// @param purpose what the secret is for; the same word opens it
  public String wrap(byte[] secret, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return VERSION + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is missing", impossible);
    }
  }

  /// @throws IllegalStateException when this key did not wrap it, or not for this purpose
  public byte[] unwrap(String wrapped, String purpose) {
    try {
      if (!wrapped.startsWith(VERSION)) {
        throw new IllegalArgumentException("unknown version");
      }
      ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(wrapped.substring(3)));
      byte[] nonce = new byte[NONCE_BYTES];
      all.get(nonce);
      byte[] sealed = new byte[all.remaining()];
      all.get(sealed);
      return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(sealed);
    } catch (GeneralSecurityException | RuntimeException notOurs) {
      throw new IllegalStateException(
          "the master key does not open the secret “%s” of this database: they belong to different backups"
              .formatted(purpose),
          notOurs);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    try {
      PrivateFile.create(file, HexFormat.of().formatHex(key) + "\n");
    } catch (FileAlreadyExistsException anotherReplicaWasFaster) {
      // Its key is the one to use.
    }
  }
}
