package org.billetterie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run should come to on two cores, generator included, and whether it did.
final class Targets {
  private static final double A_OF_NGINX = 0.20;
  private static final double B_OF_A = 0.50;
  private static final double B_OF_D = 3;
  private static final double B_OF_D_AT_WEBD = 5;
  private static final double P99_AT_64 = 25;
  private static final double P99_AT_256 = 60;
  private static final double SELL_OUT_SECONDS = 8;
  private static final double READY_SECONDS = 1.5;
  private static final double WEBD_MEGABYTES = 320;
  private static final double AUTH_MEGABYTES = 256;
  private static final double GOODPUT = 0.80;
  private static final double GROWN = 0.90;

  /// What is flat may take half as long again, and what 1,000 rows more take.
  private static final double FLAT = 1.5;

  private static final double FLAT_MILLIS = 5;
  private static final double NORMAL_AFTER_SECONDS = 5;

  /// @param holds whether `came` is what was asked for
  record Target(String what, String asked, String came, boolean holds) {}

  private final List<Target> all = new ArrayList<>();

  private Targets() {}

  static List<Target> of(Results results) {
    Targets targets = new Targets();
    targets.throughput(results.medians());
    targets.latency(results.medians());
    SellOut sellOut = results.sellOut();
    targets.atMost(
        "sell-out of %,d seats".formatted(sellOut.seats()),
        sellOut.soldOut() ? sellOut.seconds() : Double.POSITIVE_INFINITY,
        SELL_OUT_SECONDS,
        "s");
    results
        .readyMillis()
        .forEach((part, millis) ->
            targets.atMost(part + " ready, started alone", millis / 1e3, READY_SECONDS, "s"));
    targets.atMost("memory of webd under load", results.webdMegabytes(), WEBD_MEGABYTES, "MB");
    targets.atMost(
        "memory of webd in overload", results.overload().webdMegabytes(), WEBD_MEGABYTES, "MB");
    targets.atMost("memory of auth under load", results.authMegabytes(), AUTH_MEGABYTES, "MB");
    targets.atLeast(
        "goodput at 10 times the load, of the peak", results.overload().goodput(), GOODPUT, "");
    targets.atMost(
        "normal again after overload",
        results.overload().normalAfterSeconds(),
        NORMAL_AFTER_SECONDS,
        "s");
    return targets.all;
  }

  /// What must stay as it was, however much a house has sold.
  static List<Target> of(Growth growth) {
    Targets targets = new Targets();
    Map<String, Measured> rows = growth.medians();
    targets.ratio(rows, "purchases, of those of a new house", "buy-old@64", "buy-new@64", GROWN);
    targets.slower(rows, "event list, of a new house", "list-old@4", "list-new@4");
    targets.slower(rows, "search for a rare title", "rare-old@4", "rare-new@4");
    targets.slower(rows, "search for a common one", "common-old@4", "common-new@4");
    targets.slower(rows, "last page of my tickets, of the first", "mine-last@4", "mine-first@4");
    return targets.all;
  }

  static String terminal(List<Target> all) {
    StringBuilder text = new StringBuilder();
    for (Target target : all) {
      text.append(
          String.format(
              "%-7s %-45s %10s  (%s)%n",
              target.holds() ? "holds" : "MISSED", target.what(), target.came(), target.asked()));
    }
    return text.toString();
  }

  static String markdown(List<Target> all) {
    StringBuilder text =
        new StringBuilder("| target | asked | came to | |\n| --- | ---: | ---: | --- |\n");
    for (Target target : all) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  target.what(),
                  target.asked(),
                  target.came(),
                  target.holds() ? "holds" : "**missed**"));
    }
    return text.toString();
  }

  private void slower(Map<String, Measured> rows, String what, String of, String to) {
    double asked = FLAT * rows.get(to).p99() + FLAT_MILLIS;
    atMost("p99: " + what, rows.get(of).p99(), asked, "ms");
  }

  private void throughput(Map<String, Measured> rows) {
    ratio(rows, "(a) of nginx 204", "no-op@64", "nginx@64", A_OF_NGINX);
    for (int n : new int[] {64, 256}) {
      ratio(rows, "(b) of (a), " + n + " connections", "hot@" + n, "no-op@" + n, B_OF_A);
    }
    for (int n : new int[] {64, 256}) {
      ratio(rows, "(b) of (d), " + n + " connections", "hot@" + n, "single@" + n, B_OF_D);
      ratio(
          rows,
          "(b) of (d) at webd, " + n + " connections",
          "hot-webd@" + n,
          "single-webd@" + n,
          B_OF_D_AT_WEBD);
    }
  }

  private void latency(Map<String, Measured> rows) {
    atMost("p99 of (b), 64 connections", rows.get("hot@64").p99(), P99_AT_64, "ms");
    atMost("p99 of (b), 256 connections", rows.get("hot@256").p99(), P99_AT_256, "ms");
  }

  private void ratio(Map<String, Measured> rows, String what, String of, String to, double asked) {
    if (rows.containsKey(of) && rows.containsKey(to)) {
      atLeast(what, rows.get(of).perSecond() / rows.get(to).perSecond(), asked, "");
    }
  }

  private void atLeast(String what, double came, double asked, String unit) {
    all.add(new Target(what, "≥ " + text(asked, unit), text(came, unit), came >= asked));
  }

  private void atMost(String what, double came, double asked, String unit) {
    all.add(new Target(what, "≤ " + text(asked, unit), text(came, unit), came <= asked));
  }

  private static String text(double value, String unit) {
    String number = String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
