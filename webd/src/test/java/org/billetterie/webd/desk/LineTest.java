package org.billetterie.webd.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.billetterie.webd.support.Interleavings;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever joins the line is taken or told: every interleaving of buyers who join, the desk that
/// takes, and the end, looked through by a model checker.
public class LineTest {
  private static final int PLACES = 8;

  @Test
  void whoJoinsIsTakenOrToldInEveryInterleaving() {
    Interleavings.check(Real.class);
  }

  @Test
  @Tag("long")
  void whoJoinsIsTakenOrToldInManyMoreInterleavings() {
    Interleavings.checkMany(Real.class);
  }

  @Test
  void controlALineThatDoesNotLookBackForgetsSomebody() {
    Interleavings.assertFound(Forgetful.class);
  }

  @Test
  void whoFindsNoPlaceIsTold() {
    Line<Integer> line = new Line<>(2);
    assertThat(List.of(line.join(1), line.join(2), line.join(3)))
        .containsExactly(true, true, false);
  }

  /// What may be done to the line that the desk has.
  @Param(name = "who", gen = IntGen.class, conf = "1:4")
  public static class Real {
    private final Line<Guest> line = new Line<>(PLACES);

    @Operation
    public boolean join(int who) {
      return line.join(new Guest(who));
    }

    @Operation(nonParallelGroup = "desk")
    public List<Integer> take() throws InterruptedException {
      return names(line.take(PLACES, Duration.ZERO));
    }

    @Operation(nonParallelGroup = "desk")
    public List<Integer> end() {
      return names(line.end());
    }

    private static List<Integer> names(List<Guest> guests) {
      List<Integer> names = new ArrayList<>();
      for (Guest guest : guests) {
        names.add(guest.name);
      }
      return names;
    }
  }

  /// Equal to nobody else, as at the desk.
  private static final class Guest {
    private final int name;

    Guest(int name) {
      this.name = name;
    }
  }

  /// The same without the second look of who joins.
  @Param(name = "who", gen = IntGen.class, conf = "1:4")
  public static class Forgetful {
    private final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(PLACES);
    private volatile boolean open = true;

    @Operation
    public boolean join(int who) {
      return open && queue.offer(who);
    }

    @Operation(nonParallelGroup = "desk")
    public List<Integer> end() {
      open = false;
      List<Integer> late = new ArrayList<>();
      queue.drainTo(late);
      return late;
    }
  }
}
