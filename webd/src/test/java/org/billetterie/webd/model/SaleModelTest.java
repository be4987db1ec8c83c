package org.billetterie.webd.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random histories of a sale, through the real desk and database: everything must be as the model
/// says. A history that fails is made shorter and printed; `-Dseed=` gives it again.
class SaleModelTest {
  private static final int STEPS_OF_ONE_HISTORY = 400;
  private static final BiConsumer<House, UUID> NOTHING = (house, event) -> {};

  /// What they say of every step is too much here. Kept, so that the level stays.
  private static final List<Logger> TALKATIVE =
      List.of(
          Logger.getLogger("org.billetterie.webd.order"),
          Logger.getLogger("org.billetterie.webd.desk"));

  @TempDir Path folder;
  private House house;

  @BeforeAll
  static void quiet() {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  @BeforeEach
  void open() {
    house = new House(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void threeThousandStepsAreAsTheModelSays() {
    assertAsTheModelSays(3_000);
  }

  @Test
  @Tag("long")
  void aHundredThousandStepsAreAsTheModelSays() {
    assertAsTheModelSays(100_000);
  }

  @Test
  void controlWithoutALimitPerAccountTheModelSaysSo() {
    assertTheModelSaysSo("UPDATE event SET max_per_account = NULL WHERE id = '%s'");
  }

  @Test
  void controlWithASeatTooManyTheModelSaysSo() {
    assertTheModelSaysSo(
        "UPDATE quota SET capacity = capacity + 1 WHERE event_id = '%1$s' AND quota_id = '%1$s'");
  }

  private void assertAsTheModelSays(int steps) {
    Random seeds = seeds();
    for (int done = 0; done < steps; done += STEPS_OF_ONE_HISTORY) {
      long seed = seeds.nextLong();
      List<List<Op>> script = Script.of(new Random(seed), STEPS_OF_ONE_HISTORY);
      String found = Trial.run(house, script, NOTHING);
      if (found != null) {
        throw new AssertionError(shortest(script, NOTHING) + "\nat first: " + found);
      }
      house.settleAll();
    }
    assertThat(house.verify()).isEmpty();
  }

  /// What is taken away behind the back of both must be noticed by their comparison.
  private void assertTheModelSaysSo(String meddling) {
    BiConsumer<House, UUID> meddle = (house, event) -> house.meddle(meddling.formatted(event));
    Random seeds = seeds();
    for (int tries = 0; tries < 20; tries++) {
      List<List<Op>> script = Script.of(new Random(seeds.nextLong()), STEPS_OF_ONE_HISTORY);
      String found = Trial.run(house, script, meddle);
      if (found != null) {
        System.out.println("control: the model differs\n" + shortest(script, meddle));
        return;
      }
      house.settleAll();
    }
    throw new AssertionError("without its guard the house should differ: this test proves nothing");
  }

  private String shortest(List<List<Op>> script, BiConsumer<House, UUID> onNewEvent) {
    List<List<Op>> shortest =
        Shrink.of(
            script,
            part -> {
              house.settleAll();
              return Trial.run(house, part, onNewEvent) != null;
            });
    house.settleAll();
    return shortest.stream().map(List::toString).collect(Collectors.joining("\n"))
        + "\n"
        + Trial.run(house, shortest, onNewEvent);
  }

  private static Random seeds() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("model: seed " + seed + " (again with -Dseed=" + seed + ")");
    return new Random(seed);
  }
}
