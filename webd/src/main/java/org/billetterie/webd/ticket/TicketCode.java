package org.billetterie.webd.ticket;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/// Ticket codes: 32 bytes in base 32, whose letters QR codes pack tightest.
final class TicketCode {
  private static final int SECRET_BYTES = 16;
  private static final Base32 BASE_32 = Base32.builder().get();

  private TicketCode() {}

  static String of(UUID id, String secret) {
    byte[] bytes =
        ByteBuffer.allocate(2 * SECRET_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(HexFormat.of().parseHex(secret))
            .array();
    return BASE_32.encodeAsString(bytes).replace("=", "");
  }

  static String nextSecret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
