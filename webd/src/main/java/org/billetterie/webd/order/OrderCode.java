package org.billetterie.webd.order;

import java.security.SecureRandom;

/// The short code that people read to each other. It opens nothing.
final class OrderCode {
  /// Without o, 0, 1, i and l, which bad fonts and bad lines confuse.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 8;

  private OrderCode() {}

  static String next(SecureRandom random) {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
