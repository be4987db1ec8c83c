package org.billetterie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// `bin/bench growth`, in three steps, because the database is written while its house is down:
/// `collector` (runs), `furnish` (down), `measure` (runs again). Arguments: the clone, the folder
/// of the worlds `new` and `old`, the step, how many tickets and events, `full` or `quick`.
public final class GrowthMain {
  private final Path root;
  private final Path worlds;
  private final long tickets;
  private final int events;
  private final boolean quick;

  private GrowthMain(String... arguments) {
    this.root = Path.of(arguments[0]);
    this.worlds = Path.of(arguments[1]);
    this.tickets = Long.parseLong(arguments[3]);
    this.events = Integer.parseInt(arguments[4]);
    this.quick = "quick".equals(arguments[5]);
  }

  public static void main(String... arguments) {
    GrowthMain growth = new GrowthMain(arguments);
    switch (arguments[2]) {
      case "collector" -> growth.findCollector();
      case "furnish" -> growth.furnish();
      default -> System.exit(growth.measure() ? 0 : 1);
    }
  }

  private House house(String world) {
    return new House(root, worlds.resolve(world));
  }

  private Path collector() {
    return worlds.resolve("collector");
  }

  private void findCollector() {
    try {
      Files.writeString(collector(), house("old").adminId());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void furnish() {
    try {
      String account = Files.readString(collector());
      new Furnish(tickets, events, account, System.currentTimeMillis())
          .write(house("old").database());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean measure() {
    House fresh = house("new");
    House grown = house("old");
    long before = Ledger.found(grown.database());
    int rounds = quick ? 1 : 3;
    Growth growth = Growth.measure(new Wrk(root), fresh, grown, worlds, rounds, quick ? 2 : 5);
    boolean clean =
        verified(fresh, Ledger.found(fresh.database()))
            & verified(grown, Ledger.found(grown.database()) - before);
    String stored =
        String.format(
            Locale.ROOT,
            "The old house holds %,d tickets, %,d events and an account with %,d tickets (%,d MB).",
            tickets,
            events,
            Furnish.COLLECTED,
            grown.database().toFile().length() / 1_000_000);
    GrowthReport report = new GrowthReport(growth, stored, rounds, clean);
    System.out.println("\n" + report.terminal());
    report.write(root.resolve("bench"));
    return clean;
  }

  private boolean verified(House house, long found) {
    System.out.println("bin/verify");
    return house.verify(worlds.resolve("verify.log")) && house.ledger().explains(found);
  }
}
