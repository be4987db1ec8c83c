package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// While seats are sold their number is read. What was acknowledged 1 s before somebody asks is not
/// offered to him any more, however busy the machine is: only times of one clock are compared.
@ExtendWith(SharedStack.class)
class AvailabilityAgeTest {
  private static final int CAPACITY = 100_000;
  private static final int BUYERS = 4;
  private static final Duration SELLING = Duration.ofSeconds(4);
  private static final Duration AGE_MAX = Duration.ofSeconds(1);

  /// Of the cache that the control puts between.
  private static final Duration KEPT = Duration.ofSeconds(3);

  private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();

  /// @param asked when, in nanoseconds of this process
  private record Reading(long asked, int remaining) {}

  @Test
  void whatIsShownIsNeverOlderThanASecond(Stack stack) {
    People people = new People(stack);
    String title = "Fraîcheur " + UUID.randomUUID();
    Organizer organizer = people.organizer();
    Show show = organizer.publish(title, CAPACITY, 0);
    Api door = people.door();
    IntSupplier page =
        () -> door.get("/api/events/" + show.id()).json().at("/availability/remaining").asInt();
    IntSupplier list =
        () ->
            door.get("/api/events?q=" + title.replace(" ", "%20").replace("î", "%C3%AE"))
                .json()
                .at("/items/0/availability/remaining")
                .asInt();
    List<Reading> ofPage = new ArrayList<>();
    List<Reading> ofList = new ArrayList<>();
    long until = System.nanoTime() + SELLING.toNanos();
    List<Callable<Void>> all = new ArrayList<>();
    people.buyers(BUYERS).forEach(buyer -> all.add(() -> buy(buyer, show, until)));
    all.add(() -> read(page, ofPage, until));
    all.add(() -> read(list, ofList, until));

    Crowd.atOnce(all);

    assertThat(older(ofPage)).as("of %d readings of the page", ofPage.size()).isEmpty();
    assertThat(older(ofList)).as("of %d readings of the list", ofList.size()).isEmpty();
    List<Reading> stale = older(behindACache(ofPage));
    assertThat(stale).as("control: behind a cache that keeps them for 3 s").isNotEmpty();
    System.out.printf(
        "control: behind a cache %d of %d readings were too old: %s%n",
        stale.size(), ofPage.size(), stale.getFirst());
  }

  private Void buy(Buyer buyer, Show show, long until) {
    while (System.nanoTime() < until) {
      buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201);
      acknowledged.add(System.nanoTime());
    }
    return null;
  }

  private static Void read(IntSupplier shown, List<Reading> readings, long until) {
    while (System.nanoTime() < until) {
      long asked = System.nanoTime();
      readings.add(new Reading(asked, shown.getAsInt()));
    }
    return null;
  }

  /// Those that offer a seat which was acknowledged more than a second before they were asked for.
  private List<Reading> older(List<Reading> readings) {
    assertThat(readings).isNotEmpty();
    return readings.stream()
        .filter(reading -> {
          long then = reading.asked() - AGE_MAX.toNanos();
          long sold = acknowledged.stream().filter(at -> at < then).count();
          return reading.remaining() > CAPACITY - sold;
        })
        .toList();
  }

  /// What the same readers would have been shown by a cache.
  private static List<Reading> behindACache(List<Reading> readings) {
    List<Reading> shown = new ArrayList<>();
    Reading kept = readings.getFirst();
    for (Reading reading : readings) {
      kept = reading.asked() - kept.asked() > KEPT.toNanos() ? reading : kept;
      shown.add(new Reading(reading.asked(), kept.remaining()));
    }
    return shown;
  }
}
