package org.billetterie.webd.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.billetterie.webd.event.SaleState;

/// An organizer's page with the figures of an event. They are summed anew only when something was
/// held, sold, given back or edited.
final class SalesWatcher extends Watcher {
  private final UUID event;
  private final Runnable allowed;
  private final Supplier<String> figures;
  private SaleState told;

  /// @param allowed throws once the organizer's session has ended or the role is another
  SalesWatcher(UUID event, SaleState told, Runnable allowed, Supplier<String> figures) {
    super(Set.of(event));
    this.event = event;
    this.told = told;
    this.allowed = allowed;
    this.figures = figures;
  }

  @Override
  Optional<String> news(Map<UUID, SaleState> states) {
    allowed.run();
    SaleState now = states.get(event);
    boolean same = now == null || now.equals(told);
    told = now;
    return same ? Optional.empty() : Optional.of(figures.get());
  }
}
