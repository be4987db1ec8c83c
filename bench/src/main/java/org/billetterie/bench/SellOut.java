package org.billetterie.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A house sold out as fast as it goes, while its page is read.
///
/// @param seconds from opening to the first page that says sold out
/// @param acknowledged seats that buyers were told they have
/// @param found tickets in the database
/// @param slowestPage milliseconds that the slowest of the page's readings took
/// @param left what the page showed, by time
record SellOut(
    int seats,
    int connections,
    double seconds,
    long acknowledged,
    long found,
    double slowestPage,
    List<Left> left,
    Measured measured) {
  private static final int SECONDS_MAX = 30;
  private static final long STEP_NANOS = 50_000_000;

  /// @param seconds since the opening
  record Left(double seconds, int seats) {}

  static SellOut run(Wrk wrk, Round round, int seats, int connections, int seconds) {
    Show show = round.newEvent("Guichets fermés", seats);
    List<Left> left = new ArrayList<>();
    double[] slowest = {0};
    long openedAt = System.nanoTime();
    Thread reader =
        Thread.ofPlatform()
            .start(() -> slowest[0] = readUntilSoldOut(round.house(), show, openedAt, left));
    Measured measured = wrk.run(round.house(), round.ordersOf(show, connections, seconds));
    try {
      reader.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new SellOut(
        seats,
        connections,
        left.getLast().seconds(),
        measured.ok(),
        Ledger.tickets(round.house().database(), show.id()),
        slowest[0],
        left,
        measured);
  }

  boolean soldOut() {
    return left.getLast().seats() == 0 && acknowledged == seats && found == seats;
  }

  private static double readUntilSoldOut(House house, Show show, long openedAt, List<Left> left) {
    double slowest = 0;
    int seats = Integer.MAX_VALUE;
    double now = 0;
    while (seats > 0 && now < SECONDS_MAX) {
      long asked = System.nanoTime();
      JsonNode page = house.page(show);
      long answered = System.nanoTime();
      seats = page.path("availability").path("remaining").asInt();
      now = (answered - openedAt) / 1e9;
      slowest = Math.max(slowest, (answered - asked) / 1e6);
      left.add(new Left(now, seats));
      LockSupport.parkNanos(STEP_NANOS - (answered - asked));
    }
    return slowest;
  }
}
