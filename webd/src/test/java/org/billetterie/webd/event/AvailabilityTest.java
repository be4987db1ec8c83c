package org.billetterie.webd.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  private static final Instant UNTIL = Instant.parse("2026-11-22T20:15:00Z");

  @Test
  void seatsThatMayComeBackAreNotSoldOut() {
    assertThat(Availability.of(0, 2, UNTIL))
        .isEqualTo(new Availability(Availability.Status.ALL_HELD, 0, UNTIL));
    assertThat(Availability.of(0, 0, null).status()).isEqualTo(Availability.Status.SOLD_OUT);
    assertThat(Availability.of(3, 2, UNTIL))
        .isEqualTo(new Availability(Availability.Status.AVAILABLE, 3, null));
  }
}
