package org.billetterie.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  /// Made with Python's `cryptography`: key 00…1f, nonce 64…6f, purpose `pepper`.
  private static final String VECTOR =
      "w1$ZGVmZ2hpamtsbW5vKTutAxqbM+oeDTnIrg0P3Sqtc3nuAHlbFhn0KS8+EhDQZp9mbg==";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final MasterKey key = new MasterKey(bytes(32), RANDOM);

  @Test
  void opensAKnownVector() {
    assertThat(key.unwrap(VECTOR, "pepper"))
        .isEqualTo("a secret of the house".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void opensWhatItWrapped() {
    String wrapped = key.wrap(bytes(48), "pepper");

    assertThat(key.unwrap(wrapped, "pepper")).isEqualTo(bytes(48));
    assertThat(key.wrap(bytes(48), "pepper")).isNotEqualTo(wrapped);
  }

  @Test
  void refusesAnotherPurposeAnotherKeyAndAChangedText() {
    byte[] other = bytes(32);
    other[0] ^= 1;
    String changed = VECTOR.substring(0, VECTOR.length() - 6) + "AAAAA=";

    assertThatIllegalStateException().isThrownBy(() -> key.unwrap(VECTOR, "refresh-key"));
    assertThatIllegalStateException()
        .isThrownBy(() -> new MasterKey(other, RANDOM).unwrap(VECTOR, "pepper"));
    assertThatIllegalStateException().isThrownBy(() -> key.unwrap(changed, "pepper"));
    assertThatIllegalStateException().isThrownBy(() -> key.unwrap("w2$AAAA", "pepper"));
    assertThatIllegalStateException().isThrownBy(() -> key.unwrap("w1$AAAA", "pepper"));
  }

  @Test
  void isMadeOnceForItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/master.key");

    String wrapped = MasterKey.at(file, true, RANDOM).wrap(bytes(48), "pepper");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKey.at(file, false, RANDOM).unwrap(wrapped, "pepper")).isEqualTo(bytes(48));
  }

  @Test
  void isNotMadeAnewBesideOldData(@TempDir Path folder) {
    Path file = folder.resolve("master.key");

    assertThatIllegalStateException()
        .isThrownBy(() -> MasterKey.at(file, false, RANDOM))
        .withMessageContaining("backup");
    assertThat(file).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNoKey(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("master.key"), "not a key");

    assertThatIllegalStateException().isThrownBy(() -> MasterKey.at(file, true, RANDOM));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
