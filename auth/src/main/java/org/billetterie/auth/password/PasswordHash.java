package org.billetterie.auth.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Computes `h1` + bcrypt(base64(HMAC-SHA-384(password, pepper))).
///
/// bcrypt alone looks at 72 bytes only; of the HMAC every byte of the password counts, and a stolen
/// database is worth nothing without the pepper.
final class PasswordHash {
  private static final String VERSION = "h1";
  private static final int SALT_BYTES = 16;

  private final byte[] pepper;
  private final int cost;
  private final SecureRandom random;

  PasswordHash(byte[] pepper, int cost, SecureRandom random) {
    this.pepper = pepper.clone();
    this.cost = cost;
    this.random = random;
  }

  String make(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return make(password, salt);
  }

  String make(String password, byte[] salt) {
    byte[] hash = BCrypt.with(BCrypt.Version.VERSION_2B).hash(cost, salt, prehash(password));
    return VERSION + new String(hash, StandardCharsets.US_ASCII);
  }

  /// The form of a hash that no password is known to have; comparing with it takes the usual time.
  String ofNobody() {
    return "%s$2b$%02d$%s%s".formatted(VERSION, cost, "N".repeat(21) + "u", "N".repeat(31));
  }

  boolean matches(String password, String hash) {
    byte[] bcrypt = hash.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII);
    return hash.startsWith(VERSION)
        && BCrypt.verifyer(BCrypt.Version.VERSION_2B, null)
            .verifyStrict(prehash(password), bcrypt)
            .verified;
  }

  /// Whether the hash was made with another cost or version than would be used today.
  boolean isOutdated(String hash) {
    return !hash.startsWith("%s$2b$%02d$".formatted(VERSION, cost));
  }

  /// 64 ASCII characters, none of them NUL, whatever the password.
  byte[] prehash(String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA384");
      mac.init(new SecretKeySpec(pepper, "HmacSHA384"));
      return Base64.getEncoder().encode(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA-384 is missing", impossible);
    }
  }
}
