package org.billetterie.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is done to the system's clock, time goes forward for the house.
class ClocksTest {
  private static final long NOON = 1_764_000_000_000L;

  private final Told clock = new Told();

  /// The clock with a system's clock and a time that are told to it.
  private static final class Told extends Clocks.NeverBack {
    private long wall = NOON;
    private long passed;

    @Override
    long wallMillis() {
      return wall;
    }

    @Override
    long nanos() {
      return passed;
    }

    void pass(Duration time) {
      wall += time.toMillis();
      passed += time.toNanos();
    }

    void set(Duration by) {
      wall += by.toMillis();
    }
  }

  @Test
  void isTheSystemsClock() {
    assertThat(clock.millis()).isEqualTo(NOON);
    clock.pass(Duration.ofMillis(1));
    assertThat(clock.millis()).isEqualTo(NOON + 1);
    clock.pass(Duration.ofDays(1));
    assertThat(clock.instant().toEpochMilli()).isEqualTo(clock.wall);
  }

  @Test
  void followsAClockThatIsSetAhead() {
    clock.millis();
    clock.set(Duration.ofHours(1));
    assertThat(clock.millis()).isEqualTo(NOON + 3_600_000);
  }

  @Test
  void neverGoesBackAndIsHardlySlowerWhileTheSystemsIsBehind() {
    long before = clock.millis();
    clock.set(Duration.ofHours(-1));
    assertThat(clock.millis()).isEqualTo(before);
    clock.pass(Duration.ofMinutes(15));
    assertThat(Duration.ofMillis(clock.millis() - before)).isEqualTo(Duration.ofSeconds(810));
  }

  @Test
  void meetsTheSystemsAgain() {
    clock.millis();
    clock.set(Duration.ofMinutes(-10));
    clock.pass(Duration.ofMinutes(99));
    assertThat(clock.millis()).isGreaterThan(clock.wall);
    clock.pass(Duration.ofMinutes(2));
    assertThat(clock.millis()).isEqualTo(clock.wall);
  }

  @Test
  void neverGoesBackWhateverIsDoneToTheSystems() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("clock: seed " + seed + " (again with -Dseed=" + seed + ")");
    Random random = new Random(seed);
    long last = clock.millis();
    for (int i = 0; i < 10_000; i++) {
      clock.pass(Duration.ofMillis(random.nextInt(2_000)));
      if (random.nextInt(20) == 0) {
        clock.set(Duration.ofSeconds(random.nextInt(-7_200, 7_200)));
      }
      long now = clock.millis();
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
    }
  }
}
