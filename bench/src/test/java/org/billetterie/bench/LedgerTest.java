package org.billetterie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void whatWasAcknowledgedMustBeFoundAndNoMoreThanWasOnItsWay() {
    Ledger ledger = new Ledger();
    ledger.acknowledge(1_000, 64);
    ledger.acknowledge(500, 16);
    assertThat(ledger.explains(1_500)).isTrue();
    assertThat(ledger.explains(1_580)).isTrue();
    assertThat(ledger.explains(1_499)).as("a lost one").isFalse();
    assertThat(ledger.explains(1_581)).as("one that nobody asked for").isFalse();
  }
}
