package org.billetterie.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "camille@example.org",
        "Camille.Martin+billets@sous.domaine.example",
        "admin@localhost",
        "hélène@théâtre.example",
        "o'brien@example.org",
        "  spaces@example.org  "
      })
  void takesAddresses(String text) {
    assertThat(Email.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "camille",
        "camille@",
        "@example.org",
        "camille@example",
        "camille@@example.org",
        "cam ille@example.org",
        "camille@example..org",
        "camille@-example.org",
        "camille@example.org\nBcc: x@example.org",
        "cam\u0000ille@example.org",
        "<camille@example.org>",
        "\"camille\"@example.org",
        "camille@exam\uD83Cple.org"
      })
  void refusesOtherText(String text) {
    assertThat(Email.find(text)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(Email.find("x".repeat(64) + "@example.org")).isPresent();
    assertThat(Email.find("x".repeat(65) + "@example.org")).isEmpty();
    assertThat(Email.find("x@" + "example.".repeat(40) + "org")).isEmpty();
  }

  @Test
  void isFoundInAnyCaseAndForm() {
    assertThat(Email.keyOf(" CAMILLE@Example.ORG ")).isEqualTo("camille@example.org");
    assertThat(Email.keyOf("he\u0301le\u0300ne@example.org"))
        .isEqualTo(Email.keyOf("HÉLÈNE@example.org"));
  }
}
