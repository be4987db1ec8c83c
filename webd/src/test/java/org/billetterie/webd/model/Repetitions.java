package org.billetterie.webd.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which steps repeat one that is asked for at the same moment: they wait for its outcome, and
/// nothing else happens.
final class Repetitions {
  private Repetitions() {}

  /// @param calls in flight together, in the order in which they came
  /// @return the place of the first for each that repeats it
  static Map<Integer, Integer> among(List<Call> calls) {
    Map<String, Integer> firsts = new HashMap<>();
    Map<Integer, Integer> repetitions = new HashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      String key = key(calls.get(i));
      Integer first = key == null ? null : firsts.putIfAbsent(key, i);
      if (first != null && asked(calls.get(first)).equals(asked(calls.get(i)))) {
        repetitions.put(i, first);
      }
    }
    return repetitions;
  }

  /// @return null for what has no key, or is refused before anybody looks at it
  private static String key(Call call) {
    return switch (call) {
      case Call.Place place -> Model.keyOf(place.event(), place.account(), place.key());
      case Call.Pay pay when pay.order().account.equals(pay.account()) ->
          Model.keyOf(pay.order().event, pay.account(), pay.key());
      default -> null;
    };
  }

  private static Object asked(Call call) {
    return switch (call) {
      case Call.Place place -> place.asked();
      case Call.Pay pay -> pay.asked();
      default -> throw new IllegalArgumentException("without a key: " + call);
    };
  }
}
