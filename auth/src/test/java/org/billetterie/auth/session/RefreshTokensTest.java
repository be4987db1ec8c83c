package org.billetterie.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
  /// RFC 4231, test case 1.
  @Test
  void derivesTheSuccessorWithHmacSha256() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);

    assertThat(new RefreshTokens(key, new SecureRandom()).successor("Hi There"))
        .isEqualTo("sDRMYdjbOFNcqK_OrwvxK4gdwgDJgz2nJuk3bC4yz_c");
  }

  /// FIPS 180-2, appendix B.1.
  @Test
  void keepsTheSha256() {
    assertThat(RefreshTokens.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void startsWithTwoHundredAndFiftySixRandomBits() {
    RefreshTokens tokens = new RefreshTokens(new byte[48], new SecureRandom());

    assertThat(tokens.first()).hasSize(43).isNotEqualTo(tokens.first());
  }
}
