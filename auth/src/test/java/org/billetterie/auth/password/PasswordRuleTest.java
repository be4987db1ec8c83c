package org.billetterie.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTest {
  @Test
  void allowsEightToTwoHundredAndFiftySixCharactersOfAnyScript() {
    assertThat(PasswordRule.allows("x".repeat(7))).isFalse();
    assertThat(PasswordRule.allows("x".repeat(8))).isTrue();
    assertThat(PasswordRule.allows("        ")).isTrue();
    assertThat(PasswordRule.allows("密碼".repeat(4))).isTrue();
    assertThat(PasswordRule.allows("🎭".repeat(7))).isFalse();
    assertThat(PasswordRule.allows("🎭".repeat(256))).isTrue();
    assertThat(PasswordRule.allows("x".repeat(257))).isFalse();
  }

  @Test
  void refusesHalvesOfCharacters() {
    assertThat(PasswordRule.allows("motdepasse\uD83C")).isFalse();
  }
}
