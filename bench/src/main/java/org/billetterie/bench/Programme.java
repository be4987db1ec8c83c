package org.billetterie.bench;

import java.util.ArrayList;
import java.util.List;

/// What is measured, in the order of a round.
final class Programme {
  /// The list as the first page asks for it.
  private static final String LIST = "/api/events?limit=24";

  private static final int[] FULL = {1, 16, 64, 256, 1_000};
  private static final int[] QUICK = {64, 256};

  private Programme() {}

  /// @param seconds of each run
  /// @param passwordSeconds of runs that wait for bcrypt
  static List<Row> rows(boolean quick, int seconds, int passwordSeconds) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row("nginx", "nginx 204", 64, round -> twice(round.get("/bench/204", 64, seconds))));
    for (int n : new int[] {64, 256}) {
      rows.add(new Row("no-op", "(a) no-op", n, round -> round.noOp(n, seconds)));
    }
    for (int n : quick ? QUICK : FULL) {
      rows.add(new Row("hot", "(b) one hot event", n, round -> round.hotEvent(n, seconds)));
    }
    for (int n : quick ? new int[] {256} : QUICK) {
      rows.add(new Row("hundred", "(c) 100 events", n, round -> round.hundredEvents(n, seconds)));
    }
    for (int n : quick ? new int[] {64} : QUICK) {
      rows.add(
          new Row("single", "(d) one a commit", n, round -> round.hotEvent(n, seconds))
              .inSingleHouse());
      rows.add(new Row("hot-webd", "(b) at webd", n, round -> round.hotEventAtWebd(n, seconds)));
      rows.add(
          new Row("single-webd", "(d) at webd", n, round -> round.hotEventAtWebd(n, seconds))
              .inSingleHouse());
    }
    rows.add(
        new Row("pay", "(e) order, payment", 64, round -> round.ordersAndPayments(64, seconds)));
    readers(rows, quick, seconds);
    rows.add(new Row("sign-in", "(g) sign-ins", 64, round -> round.signIns(64, passwordSeconds)));
    rows.add(
        new Row(
            "register",
            "(g) registrations",
            64,
            round -> round.registrations(64, passwordSeconds)));
    return rows;
  }

  private static void readers(List<Row> rows, boolean quick, int seconds) {
    if (!quick) {
      rows.add(new Row("list", "(f) event list", 16, round -> round.get(LIST, 16, seconds)));
      rows.add(new Row("page", "(f) event page", 16, r -> r.get(r.hot().path(), 16, seconds)));
      rows.add(
          new Row("list-selling", "(f) list during (b)", 16, r -> r.get(LIST, 16, seconds))
              .beside(r -> r.hotEvent(64, seconds)));
    }
    rows.add(
        new Row("page-selling", "(f) page during (b)", 16, r -> r.get(r.hot().path(), 16, seconds))
            .beside(r -> r.hotEvent(64, seconds)));
  }

  /// nginx alone is faster than one thread of the generator.
  private static Load twice(Load load) {
    return new Load(
        load.url(),
        load.script(),
        2,
        load.connections(),
        load.seconds(),
        load.buys(),
        load.arguments());
  }
}
