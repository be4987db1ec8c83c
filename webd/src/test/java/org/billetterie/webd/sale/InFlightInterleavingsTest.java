package org.billetterie.webd.sale;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.Idempotency.Request;
import org.billetterie.webd.support.Interleavings;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Several ask with one key at the same moment: in every interleaving that a model checker finds,
/// everybody is answered, and with the same bytes.
@Tag("long")
public class InFlightInterleavingsTest {
  private static final UUID ID = new UUID(1, 1);
  private static final Request REQUEST =
      new Request(new Idempotency.Key(ID, ID, "k"), "hash of buy 1");

  @Test
  void everybodyGetsTheSameBytes() {
    Interleavings.checkMany(Real.class);
  }

  @Test
  void controlLookingBeforeJoiningLosesAnAnswer() {
    Interleavings.assertFound(LookThenJoin.class);
  }

  /// The desk finds in the database what it decided before.
  private static CompletionStage<Answer> decide(Map<String, Answer> database) {
    Answer fresh = new Answer(201, "/api/orders/1", "{}");
    Answer first = database.putIfAbsent("k", fresh);
    return CompletableFuture.completedFuture(first == null ? fresh : first);
  }

  public static class Real {
    private final InFlight inFlight = new InFlight();
    private final Map<String, Answer> database = new ConcurrentHashMap<>();

    @Operation
    public String ask() {
      return inFlight.once(REQUEST, () -> decide(database)).toCompletableFuture().join().body();
    }
  }

  /// The planted fault: whether somebody was first is looked at before joining them.
  public static class LookThenJoin {
    private final Map<Idempotency.Key, CompletionStage<Answer>> going = new ConcurrentHashMap<>();
    private final Map<String, Answer> database = new ConcurrentHashMap<>();

    @Operation
    public String ask() {
      return once().toCompletableFuture().join().body();
    }

    private CompletionStage<Answer> once() {
      if (going.containsKey(REQUEST.id())) {
        return going.get(REQUEST.id());
      }
      CompletionStage<Answer> mine = decide(database);
      going.put(REQUEST.id(), mine);
      return mine.whenComplete((answer, failure) -> going.remove(REQUEST.id()));
    }
  }
}
