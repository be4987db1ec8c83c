package org.billetterie.webd.model;

import java.util.Map;

/// What should come back.
sealed interface Expected {
  /// @param facts that the refusal tells, like how many are left
  record Refused(String problem, Map<String, Object> facts) implements Expected {
    static Refused of(String problem) {
      return new Refused(problem, Map.of());
    }
  }

  /// The bytes of the first time.
  record Same(String body) implements Expected {}

  /// An order that was not there before.
  record Placed(ModelOrder order, String keptAs) implements Expected {}

  record Paid(ModelOrder order, String keptAs) implements Expected {}

  /// The event as it is now.
  record Shown(ModelEvent event) implements Expected {}

  record Done() implements Expected {}
}
