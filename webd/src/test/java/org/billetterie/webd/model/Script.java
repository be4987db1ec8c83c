package org.billetterie.webd.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A random history: steps in batches, each batch decided at once.
final class Script {
  private static final int BATCH_MAX = 8;
  private static final int ANY = 1_000;

  private Script() {}

  /// @return batches with this many steps together; it begins with events
  static List<List<Op>> of(Random random, int steps) {
    List<List<Op>> batches = new ArrayList<>();
    batches.add(List.of(create(random), create(random), create(random)));
    int left = steps - 3;
    while (left > 0) {
      int size = Math.min(left, 1 + random.nextInt(BATCH_MAX));
      List<Op> batch =
          random.nextInt(4) == 0
              ? List.of(new Op.Wait(seconds(random)))
              : IntStream.range(0, size).mapToObj(i -> step(random)).toList();
      batches.add(batch);
      left -= batch.size();
    }
    return batches;
  }

  private static Op step(Random random) {
    int dice = random.nextInt(100);
    if (dice < 40) {
      return new Op.Place(any(random), any(random), lines(random));
    } else if (dice < 55) {
      return new Op.Pay(any(random), random.nextInt(10) > 0, random.nextInt(4) > 0);
    } else if (dice < 63) {
      return new Op.GiveBack(any(random), random.nextInt(10) > 0);
    } else if (dice < 72) {
      return new Op.Repeat(any(random), random.nextInt(3) == 0);
    } else if (dice < 86) {
      return edit(random);
    }
    return rarer(random, dice);
  }

  private static Op rarer(Random random, int dice) {
    return switch (dice) {
      case 86, 87 -> create(random);
      case 88 -> new Op.Delete(any(random), random.nextInt(4) == 0);
      case 89, 90 -> new Op.DeleteAccount(any(random));
      case 91 -> new Op.SweepAnswers();
      case 92, 93, 94 -> new Op.CancelOrders();
      default -> new Op.Expire();
    };
  }

  private static Op create(Random random) {
    List<Op.Type> types = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      long price = random.nextBoolean() ? 0 : 100L * (1 + random.nextInt(40));
      types.add(new Op.Type(price, random.nextBoolean() ? 0 : 1 + random.nextInt(8)));
    }
    int perAccount = random.nextBoolean() ? 0 : 1 + random.nextInt(8);
    int hours = random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 100 + random.nextInt(900);
    return new Op.Create(1 + random.nextInt(14), types, 1 + random.nextInt(6), perAccount, hours);
  }

  /// Often several lines of one type: together they are one.
  private static List<Op.Line> lines(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> new Op.Line(random.nextInt(4), 1 + random.nextInt(3)))
        .toList();
  }

  /// Canceling is rare: nothing happens to an event after it.
  private static Op edit(Random random) {
    Op.Change[] all = Op.Change.values();
    Op.Change change = all[random.nextInt(all.length)];
    if (change == Op.Change.CANCEL && random.nextInt(3) > 0) {
      change = Op.Change.CAPACITY;
    }
    return new Op.Edit(any(random), change, random.nextInt(16), random.nextInt(10) == 0);
  }

  /// Mostly moments, sometimes longer than a hold, rarely longer than answers are kept.
  private static int seconds(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> 49 * 3_600;
      case 1, 2 -> 3_600;
      case 3, 4, 5, 6 -> 901;
      default -> 1 + random.nextInt(400);
    };
  }

  private static int any(Random random) {
    return random.nextInt(ANY);
  }
}
