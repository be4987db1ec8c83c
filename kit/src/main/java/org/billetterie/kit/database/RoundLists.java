package org.billetterie.kit.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Lists whose length is a power of two, for `IN (VALUES …)`. The text of a statement names every
/// value: with lists of any length, each batch would bring a text that Jdbi has to read first,
/// which took a tenth of the sale desk's time; like this there are about ten.
public final class RoundLists {
  private RoundLists() {}

  /// The same values, the last one repeated: not for what counts its rows.
  public static <T> List<T> of(Collection<T> values) {
    List<T> round = new ArrayList<>(values);
    if (!round.isEmpty()) {
      T last = round.getLast();
      int length = Integer.highestOneBit(round.size() * 2 - 1);
      while (round.size() < length) {
        round.add(last);
      }
    }
    return round;
  }
}
