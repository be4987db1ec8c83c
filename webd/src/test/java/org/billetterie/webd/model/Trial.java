package org.billetterie.webd.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Lets the house and the model live through one history side by side.
final class Trial {
  private static final int COMPARE_EVERY = 10;

  private final House house;
  private final BiConsumer<House, UUID> onNewEvent;
  private final Model model = new Model();
  private final Lookup lookup = new Lookup(model);

  private Trial(House house, BiConsumer<House, UUID> onNewEvent) {
    this.house = house;
    this.onNewEvent = onNewEvent;
  }

  /// @param onNewEvent called for each event when it is there
  /// @return null when all was as it should be, else what was not
  static String run(House house, List<List<Op>> script, BiConsumer<House, UUID> onNewEvent) {
    Trial trial = new Trial(house, onNewEvent);
    house.pass(Duration.ofSeconds(1));
    int number = 0;
    for (List<Op> batch : script) {
      String found = trial.batch(batch);
      if (found == null && ++number % COMPARE_EVERY == 0) {
        found = Comparison.everything(trial.model, house);
      }
      if (found != null) {
        return found;
      }
    }
    return Comparison.everything(trial.model, house);
  }

  private String batch(List<Op> batch) {
    Instant now = house.now();
    List<Call> calls = new ArrayList<>();
    for (Op op : batch) {
      if (op instanceof Op.Wait wait) {
        house.pass(Duration.ofSeconds(wait.seconds()));
      } else if (op instanceof Op.Create || !model.events.isEmpty()) {
        Call call = lookup.find(op, now);
        if (call != null) {
          calls.add(call);
        }
      }
    }
    return calls.isEmpty() ? null : decide(calls, now);
  }

  private String decide(List<Call> calls, Instant now) {
    int events = model.events.size();
    List<House.Seen> seen = house.ask(calls);
    List<Integer> order =
        IntStream.range(0, calls.size())
            .boxed()
            .sorted(Comparator.comparing(i -> calls.get(i).urgency()))
            .toList();
    Map<Integer, Integer> repetitions = Repetitions.among(calls);
    for (int i : order) {
      Integer first = repetitions.get(i);
      String found =
          first == null
              ? compare(calls.get(i), seen.get(i), now)
              : compare(calls.get(i), seen.get(first), seen.get(i));
      if (found != null) {
        return found;
      }
    }
    model
        .events
        .subList(events, model.events.size())
        .forEach(event -> onNewEvent.accept(house, event.id));
    return null;
  }

  private String compare(Call call, House.Seen seen, Instant now) {
    return Comparison.answer(model, call, model.expect(call, now), seen, now);
  }

  private static String compare(Call repetition, House.Seen first, House.Seen seen) {
    return first.equals(seen)
        ? null
        : repetition + "\n  repeats one in flight: " + first + "\n  but is    " + seen;
  }
}
