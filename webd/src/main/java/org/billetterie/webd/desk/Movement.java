package org.billetterie.webd.desk;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// One decision that moves or bounds stock, run at the desk inside its transaction.
///
/// It may be run twice, the first time undone, and it may refuse by throwing a problem: what it
/// wrote is undone, and its neighbours are not touched.
@FunctionalInterface
public interface Movement<T> {
  /// @param now one instant for the whole batch
  T decide(Handle handle, Instant now);
}
