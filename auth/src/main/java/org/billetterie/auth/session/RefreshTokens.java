package org.billetterie.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes refresh tokens: 256 bits that say nothing. The first of a session is random; each next one
/// is derived from the one presented, so that two tabs which present the same get the same.
final class RefreshTokens {
  private static final int BYTES = 32;

  private final byte[] key;
  private final SecureRandom random;

  RefreshTokens(byte[] key, SecureRandom random) {
    this.key = key.clone();
    this.random = random;
  }

  String first() {
    byte[] token = new byte[BYTES];
    random.nextBytes(token);
    return encode(token);
  }

  String successor(String presented) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return encode(mac.doFinal(presented.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA-256 is missing", impossible);
    }
  }

  /// What the database keeps of a token.
  static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256 is missing", impossible);
    }
  }

  private static String encode(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}
