package org.billetterie.webd.desk;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Decides many wishes of one kind at once: read once, decide in memory, write as sets.
///
/// @param <W> a wish
/// @param <A> its answer
public interface Batch<W, A> {
  /// @param now one instant for the whole batch
  /// @return one outcome a wish, in their order; a refused wish wrote nothing
  /// @throws RuntimeException when a set could not be written as decided: everything is undone and
  ///   each wish is decided again alone, so that a fault harms one wish and never its neighbours
  List<Outcome<A>> decide(Handle handle, Instant now, List<W> wishes);

  /// What became of one wish.
  sealed interface Outcome<A> {}

  record Granted<A>(A answer) implements Outcome<A> {}

  record Refused<A>(RuntimeException reason) implements Outcome<A> {}
}
