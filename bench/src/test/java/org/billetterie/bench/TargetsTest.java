package org.billetterie.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private final Map<String, Measured> rows =
      new LinkedHashMap<>(
          Map.of(
              "nginx@64", row(50_000, 2),
              "no-op@64", row(12_000, 9),
              "no-op@256", row(12_000, 30),
              "hot@64", row(7_000, 20),
              "hot@256", row(8_000, 50),
              "single@64", row(2_000, 80)));

  @Test
  void whatHoldsAndWhatDoesNotIsTold() {
    assertThat(missed(sellOut(50_000, 6))).isEmpty();
    rows.put("hot@64", row(5_000, 30));
    assertThat(missed(sellOut(50_000, 6)))
        .containsExactly(
            "(b) of (a), 64 connections",
            "(b) of (d), 64 connections",
            "p99 of (b), 64 connections");
  }

  @Test
  void aSeatThatWasAcknowledgedAndIsNotFoundIsNoSellOut() {
    assertThat(missed(sellOut(49_999, 6))).containsExactly("sell-out of 50,000 seats");
    assertThat(missed(sellOut(50_000, 9))).containsExactly("sell-out of 50,000 seats");
  }

  private List<String> missed(SellOut sellOut) {
    Overload overload = new Overload(row(8_000, 50), row(7_000, 400), row(9_000, 900), 1.5);
    Map<String, Long> ready = Map.of("webd", 1_100L);
    Results results =
        new Results("here", 3, Map.of(), rows, ready, sellOut, overload, 50_000, 50_000, true);
    return Targets.of(results).stream()
        .filter(target -> !target.holds())
        .map(Targets.Target::what)
        .toList();
  }

  private static SellOut sellOut(long found, double seconds) {
    List<SellOut.Left> left = List.of(new SellOut.Left(seconds, 0));
    return new SellOut(50_000, 1_000, seconds, 50_000, found, 10, left, row(8_000, 100));
  }

  private static Measured row(double perSecond, double p99) {
    return new Measured(1, 0, 0, perSecond, 1, p99, p99, new Usage(1, 0, 0, 0, 0, 250, 200));
  }
}
