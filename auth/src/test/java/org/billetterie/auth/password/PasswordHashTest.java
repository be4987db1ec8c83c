package org.billetterie.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.Radix64Encoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final int COST = 4;

  private final PasswordHash hash = new PasswordHash(pepper(48, 7), COST, new SecureRandom());

  /// RFC 4231, test case 1, base64 of HMAC-SHA-384; then bcrypt as libxcrypt computes it.
  @Test
  void agreesWithKnownVectors() {
    PasswordHash rfc = new PasswordHash(pepper(20, 0x0b), COST, new SecureRandom());
    byte[] salt =
        new Radix64Encoder.Default()
            .decode("abcdefghijklmnopqrstuu".getBytes(StandardCharsets.US_ASCII));

    assertThat(new String(rfc.prehash("Hi There"), StandardCharsets.US_ASCII))
        .isEqualTo("r9A5RNhIlWJrCCX0q0aQfxX52tvkEB7GgqoDTHzrxZz66p6pB27ef0rxUuiy+py2");
    assertThat(rfc.make("Hi There", salt))
        .isEqualTo("h1$2b$04$abcdefghijklmnopqrstuu1Jyf7D5r.0GE0zjpTk/3hG3Tl8OJ/3y");
  }

  @Test
  void comparesSixtyFourEmojiWhole() {
    String emoji = "🎭".repeat(63);
    String stored = hash.make(emoji + "🎪");

    assertThat(hash.matches(emoji + "🎪", stored)).isTrue();
    assertThat(hash.matches(emoji + "🎫", stored)).isFalse();
    assertThat(hash.matches(emoji, stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {71, 72, 73, 74, 100, 143, 144, 145, 200, 255, 300})
  void countsEveryByteHoweverLong(int length) {
    String password = "x".repeat(length);
    String stored = hash.make(password);

    assertThat(hash.matches(password, stored)).isTrue();
    assertThat(hash.matches(password + "x", stored)).isFalse();
    assertThat(hash.matches(password.substring(1), stored)).isFalse();
  }

  @Test
  void countsWhatFollowsANulCharacter() {
    String stored = hash.make("before\0after");

    assertThat(hash.matches("before\0after", stored)).isTrue();
    assertThat(hash.matches("before\0other", stored)).isFalse();
    assertThat(hash.matches("before", stored)).isFalse();
  }

  @Test
  void neverMakesTheSameHashTwice() {
    assertThat(hash.make("motdepasse")).isNotEqualTo(hash.make("motdepasse"));
  }

  @Test
  void isWorthNothingWithoutThePepper() {
    String stored = hash.make("motdepasse");
    PasswordHash other = new PasswordHash(pepper(48, 8), COST, new SecureRandom());

    assertThat(other.matches("motdepasse", stored)).isFalse();
  }

  @Test
  void isOutdatedWhenTheCostChanged() {
    String stored = hash.make("motdepasse");

    assertThat(hash.isOutdated(stored)).isFalse();
    assertThat(new PasswordHash(pepper(48, 7), 5, new SecureRandom()).isOutdated(stored)).isTrue();
    assertThat(new PasswordHash(pepper(48, 7), 5, new SecureRandom()).matches("motdepasse", stored))
        .isTrue();
  }

  /// Takes the same path as a real one: a form that bcrypt refused would answer at once.
  @Test
  void comparesWithNobodyAtFullCost() {
    PasswordHash slow = new PasswordHash(pepper(48, 7), 10, new SecureRandom());
    String nobody = slow.ofNobody();

    assertThat(nobody).hasSize(slow.make("motdepasse").length());
    long startedAt = System.nanoTime();
    assertThat(slow.matches("motdepasse", nobody)).isFalse();
    assertThat(System.nanoTime() - startedAt).isGreaterThan(10_000_000);
  }

  private static byte[] pepper(int length, int value) {
    byte[] pepper = new byte[length];
    Arrays.fill(pepper, (byte) value);
    return pepper;
  }
}
