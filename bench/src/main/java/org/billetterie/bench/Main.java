package org.billetterie.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `bin/bench`, once its stacks run. Arguments: the clone, the folder of their worlds, and `full`
/// or `quick`.
public final class Main {
  private final Wrk wrk;
  private final Path root;
  private final Path worlds;
  private final House shipped;
  private final House single;
  private final boolean quick;

  private Main(Path root, Path worlds, boolean quick) {
    this.root = root;
    this.worlds = worlds;
    this.quick = quick;
    this.wrk = new Wrk(root);
    this.shipped = new House(root, worlds.resolve("shipped"));
    this.single = new House(root, worlds.resolve("single"));
  }

  public static void main(String... arguments) {
    Path root = Path.of(arguments[0]);
    Path worlds = Path.of(arguments[1]);
    boolean well = new Main(root, worlds, "quick".equals(arguments[2])).measure();
    System.exit(well ? 0 : 1);
  }

  private boolean measure() {
    int rounds = quick ? 1 : 3;
    Map<String, Long> ready = new LinkedHashMap<>();
    for (String part : List.of("auth", "webd")) {
      ready.put(part, Starts.millis(shipped, part, quick ? 1 : 3));
    }
    warmUp();
    List<Row> rows = Programme.rows(quick, quick ? 3 : 5, quick ? 5 : 10);
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<Measured>> runs = new LinkedHashMap<>();
    for (int number = 1; number <= rounds; number++) {
      say("round " + number + " of " + rounds);
      Round of = new Round(shipped, worlds.resolve("shipped-" + number));
      Round ofSingle = new Round(single, worlds.resolve("single-" + number));
      for (Row row : rows) {
        Measured run = row.run(wrk, of, ofSingle);
        names.put(row.key(), row.what());
        runs.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(run);
        say(Table.line(Table.row(row.key(), row.what(), run)));
      }
    }
    Map<String, Measured> medians = new LinkedHashMap<>();
    runs.forEach((key, all) -> medians.put(key, Measured.median(all)));
    return report(rounds, names, medians, ready);
  }

  private boolean report(
      int rounds,
      Map<String, String> names,
      Map<String, Measured> medians,
      Map<String, Long> ready) {
    Round last = new Round(shipped, worlds.resolve("last"));
    say("sell-out");
    SellOut sellOut = SellOut.run(wrk, last, 50_000, 1_000, quick ? 10 : 15);
    say("overload");
    Overload overload = Overload.run(wrk, last, quick ? 3 : 8);
    say("bin/verify");
    long acknowledged = 0;
    long found = 0;
    boolean clean = true;
    for (House house : List.of(shipped, single)) {
      long inDatabase = Ledger.found(house.database());
      acknowledged += house.ledger().acknowledged();
      found += inDatabase;
      clean &= house.verify(worlds.resolve("verify.log")) && house.ledger().explains(inDatabase);
    }
    Results results =
        new Results(
            Machine.describe(),
            rounds,
            names,
            medians,
            ready,
            sellOut,
            overload,
            acknowledged,
            found,
            clean);
    Report report = new Report(results);
    say("\n" + report.terminal());
    report.write(root.resolve("bench"));
    return results.clean();
  }

  /// Both JVMs compile what they will run.
  private void warmUp() {
    say("warming up");
    for (House house : List.of(shipped, single)) {
      Round round = new Round(house, worlds.resolve("warm-up"));
      int seconds = quick ? 4 : 8;
      Stream.of(
              round.hotEvent(64, 2 * seconds),
              round.noOp(64, seconds),
              round.hundredEvents(64, seconds / 2),
              round.ordersAndPayments(64, seconds / 2),
              round.get(round.hot().path(), 16, seconds / 4))
          .forEach(load -> wrk.run(house, load));
    }
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
