package org.billetterie.webd.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.billetterie.webd.payment.PaymentRequest.Card;
import org.junit.jupiter.api.Test;

class TestCardTest {
  private static final Instant NOW = Instant.parse("2026-11-30T23:00:00Z");

  @Test
  void knowsItsTwoNumbersOnly() {
    assertThat(TestCard.accepts(new Card("4242 4242 4242 4242", "11/26", "123"), NOW)).isTrue();
    assertThat(TestCard.accepts(new Card("4000000000000002", "12/30", "123"), NOW)).isFalse();
    assertThatThrownBy(() -> TestCard.accepts(new Card("4111111111111111", "12/30", "1"), NOW))
        .hasMessage("not-a-test-card");
  }

  @Test
  void refusesACardThatHasExpired() {
    assertThatThrownBy(() -> TestCard.accepts(new Card("4242424242424242", "10/26", "123"), NOW))
        .hasMessage("invalid-fields");
  }

  @Test
  void aCardIsNeverPrinted() {
    Card card = new Card("4242424242424242", "12/30", "123");
    assertThat(new PaymentRequest("test-card", card).toString()).doesNotContain("4242", "123");
  }
}
