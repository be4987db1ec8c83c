package org.billetterie.webd.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.billetterie.webd.event.SaleState;

/// One open page. Only the turn of [Live] calls it, so it needs no lock.
abstract class Watcher {
  /// Sent when there is no news: shows the door that the connection lives, and us when it does not.
  static final String STILL_THERE = "";

  private static final int TURNS_OF_SILENCE_MAX = 8;

  private final Set<UUID> events;
  private volatile MultiEmitter<? super String> page;
  private int silent;

  Watcher(Set<UUID> events) {
    this.events = events;
  }

  final Set<UUID> events() {
    return events;
  }

  final void begin(MultiEmitter<? super String> emitter, String first) {
    page = emitter;
    emitter.emit(first);
  }

  /// A page that has not taken the last message yet is told at a later turn, all at once.
  final void tell(Map<UUID, SaleState> states) {
    MultiEmitter<? super String> emitter = page;
    if (emitter == null || emitter.requested() == 0) {
      return;
    }
    Optional<String> news = news(states);
    silent = news.isPresent() ? 0 : silent + 1;
    if (silent >= TURNS_OF_SILENCE_MAX) {
      silent = 0;
      emitter.emit(STILL_THERE);
    }
    news.ifPresent(emitter::emit);
  }

  final void end() {
    MultiEmitter<? super String> emitter = page;
    if (emitter != null) {
      emitter.complete();
    }
  }

  /// What this page has not heard of yet, as JSON.
  ///
  /// @throws org.billetterie.kit.problem.Problem when it may not look any more
  abstract Optional<String> news(Map<UUID, SaleState> states);
}
