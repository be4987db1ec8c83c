package org.billetterie.webd.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a history that fails shorter, as long as it fails.
final class Shrink {
  private static final int TRIALS_MAX = 400;

  private final Predicate<List<List<Op>>> fails;
  private int trials;

  private Shrink(Predicate<List<List<Op>>> fails) {
    this.fails = fails;
  }

  /// @return a part of `script` that fails, as short as was found
  static List<List<Op>> of(List<List<Op>> script, Predicate<List<List<Op>>> fails) {
    Shrink shrink = new Shrink(fails);
    List<List<Op>> shorter = shrink.withoutBatches(script);
    return shrink.withoutSteps(shorter);
  }

  private List<List<Op>> withoutBatches(List<List<Op>> script) {
    List<List<Op>> shortest = script;
    for (int size = Math.max(1, script.size() / 2); size > 0; size /= 2) {
      int at = 0;
      while (at < shortest.size() && trials < TRIALS_MAX) {
        List<List<Op>> without = new ArrayList<>(shortest.subList(0, at));
        without.addAll(shortest.subList(Math.min(at + size, shortest.size()), shortest.size()));
        if (stillFails(without)) {
          shortest = without;
        } else {
          at += size;
        }
      }
    }
    return shortest;
  }

  private List<List<Op>> withoutSteps(List<List<Op>> script) {
    List<List<Op>> shortest = script;
    for (int batch = script.size() - 1; batch >= 0; batch--) {
      for (int step = shortest.get(batch).size() - 1; step >= 0; step--) {
        List<List<Op>> without = new ArrayList<>(shortest);
        List<Op> fewer = new ArrayList<>(shortest.get(batch));
        fewer.remove(step);
        without.set(batch, fewer);
        if (trials < TRIALS_MAX && stillFails(without)) {
          shortest = without;
        }
      }
    }
    return shortest.stream().filter(steps -> !steps.isEmpty()).toList();
  }

  private boolean stillFails(List<List<Op>> script) {
    trials++;
    return fails.test(script);
  }
}
