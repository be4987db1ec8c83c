package org.billetterie.bench;

import java.util.Optional;
import java.util.function.Function;

/// One line of the table.
///
/// @param key what [Targets] and charts find it by, with its connections: `hot@64`
/// @param alone the stack that decides one order a commit, instead of the one as it is shipped
/// @param meanwhile what goes on beside it
record Row(
    String key,
    String what,
    int connections,
    boolean alone,
    Function<Round, Load> load,
    Optional<Function<Round, Load>> meanwhile) {

  Row(String key, String what, int connections, Function<Round, Load> load) {
    this(key + "@" + connections, what, connections, false, load, Optional.empty());
  }

  Row inSingleHouse() {
    return new Row(key, what, connections, true, load, meanwhile);
  }

  Row beside(Function<Round, Load> other) {
    return new Row(key, what, connections, alone, load, Optional.of(other));
  }

  Measured run(Wrk wrk, Round shipped, Round single) {
    Round round = alone ? single : shipped;
    Load own = load.apply(round);
    return meanwhile
        .map(other -> wrk.run(round.house(), own, other.apply(round)))
        .orElseGet(() -> wrk.run(round.house(), own));
  }
}
