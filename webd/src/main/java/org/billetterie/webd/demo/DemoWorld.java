package org.billetterie.webd.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.billetterie.kit.DemoAccounts;
import org.billetterie.kit.DemoFurnishing;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Furnishes an empty demo world, and moves the dates of one that stands so that they are about
/// today. Exists only where the stack was started with DEMO. Visitors of a demo rename, move and
/// delete its events: whatever they did, it starts again.
@ApplicationScoped
public class DemoWorld {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final Logger LOG = Logger.getLogger(DemoWorld.class);
  private static final long DAY_MILLIS = 86_400_000;

  private static final long SEED = 20_261_122;

  private final HouseSettings house;
  private final Database database;
  private final Clock clock;
  private final DemoHouse owner;
  private final DemoSales sales;
  private final DemoFurnishing furnishing = new DemoFurnishing();

  DemoWorld(HouseSettings house, Database database, Clock clock, DemoHouse owner, DemoSales sales) {
    this.house = house;
    this.database = database;
    this.clock = clock;
    this.owner = owner;
    this.sales = sales;
  }

  /// Beside the start: who comes in that second sees a part of it.
  void begin(@Observes StartupEvent started) {
    if (house.demo()) {
      furnishing.begin("demo-world", this::furnishOrRenew);
    }
  }

  boolean isComplete() {
    return furnishing.isComplete();
  }

  private void furnishOrRenew() {
    Optional<UUID> anchor = database.read(handle -> eventId(handle, Programme.ANCHOR));
    if (anchor.isPresent()) {
      database.write(handle -> moveToToday(handle, anchor.get()));
      LOG.info("the demo world is about today again");
    } else {
      furnish();
      LOG.info("the demo world is furnished");
    }
    sales.holdLastPlaces();
  }

  /// What an interrupted start has made already stays.
  private void furnish() {
    owner.furnish();
    Random random = new Random(SEED);
    for (Programme programme : Programme.ALL.reversed()) {
      if (database.read(handle -> eventId(handle, programme.title())).isEmpty()) {
        sales.play(programme, random);
      }
    }
  }

  private boolean moveToToday(Handle handle, UUID anchor) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
    Instant anchorStart =
        handle
            .createQuery("SELECT starts_at FROM event WHERE id = :id")
            .bind("id", anchor)
            .mapTo(Instant.class)
            .one();
    LocalDate stands = LocalDate.ofInstant(anchorStart, PARIS);
    long days = ChronoUnit.DAYS.between(stands, today.plusDays(Programme.ALL.getFirst().day()));
    if (days != 0) {
      moveEvents(handle, days);
      moveRows(handle, days * DAY_MILLIS);
    }
    Programme.ALL.stream()
        .filter(programme -> programme.opens() != null)
        .forEach(programme -> openSoon(handle, programme));
    return days != 0;
  }

  private void openSoon(Handle handle, Programme programme) {
    eventId(handle, programme.title())
        .ifPresent(id ->
            handle
                .createUpdate("UPDATE event SET sales_start_at = :opens WHERE id = :id")
                .bind("id", id)
                .bind("opens", clock.instant().plus(Duration.ofMinutes(programme.opens())))
                .execute());
  }

  /// By the calendar of the house, so that 20 h 30 stays 20 h 30 over a change of clocks.
  private static void moveEvents(Handle handle, long days) {
    handle
        .createQuery("SELECT id, starts_at, ends_at FROM event")
        .map((row, context) ->
            new Dates(
                UUID.fromString(row.getString("id")),
                Instant.ofEpochMilli(row.getLong("starts_at")),
                Instant.ofEpochMilli(row.getLong("ends_at"))))
        .list()
        .forEach(dates ->
            handle
                .createUpdate(
                    "UPDATE event SET starts_at = :starts, ends_at = :ends WHERE id = :id")
                .bind("id", dates.id())
                .bind("starts", later(dates.startsAt(), days))
                .bind("ends", later(dates.endsAt(), days))
                .execute());
  }

  private static void moveRows(Handle handle, long millis) {
    handle.execute(
        """
        UPDATE orders SET placed_at = placed_at + ?, paid_at = paid_at + ?,
          expires_at = expires_at + ?, closed_at = closed_at + ?
        WHERE status <> 'PENDING'
        """,
        millis,
        millis,
        millis,
        millis);
    handle.execute("UPDATE ticket SET issued_at = issued_at + ?", millis);
    handle.execute("UPDATE payment SET created_at = created_at + ?", millis);
  }

  static Optional<UUID> eventId(Handle handle, String title) {
    return handle
        .createQuery("SELECT id FROM event WHERE organizer_id = :organizer AND title = :title")
        .bind("organizer", DemoAccounts.ORGANIZER.id())
        .bind("title", title)
        .mapTo(UUID.class)
        .findFirst();
  }

  private static Instant later(Instant instant, long days) {
    return instant.atZone(PARIS).plusDays(days).toInstant();
  }

  private record Dates(UUID id, Instant startsAt, Instant endsAt) {}
}
