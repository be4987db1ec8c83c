package org.billetterie.webd.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.billetterie.webd.event.SaleState;

/// A page that shows what is left of some events.
final class SaleWatcher extends Watcher {
  private final Map<UUID, SaleState> told;
  private final Function<List<SaleState>, String> json;

  /// @param told what it is told first
  SaleWatcher(Set<UUID> events, Map<UUID, SaleState> told, Function<List<SaleState>, String> json) {
    super(events);
    this.told = new HashMap<>(told);
    this.json = json;
  }

  @Override
  Optional<String> news(Map<UUID, SaleState> states) {
    List<SaleState> changed = new ArrayList<>();
    for (UUID id : events()) {
      SaleState now = states.get(id);
      if (now != null && !now.equals(told.put(id, now))) {
        changed.add(now);
      }
    }
    return changed.isEmpty() ? Optional.empty() : Optional.of(json.apply(changed));
  }
}
