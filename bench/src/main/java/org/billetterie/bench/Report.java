package org.billetterie.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what a run came to, and writes `bench/report.md` and the data of its charts.
final class Report {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String CHARTS =
      """

      ## Charts

      ![Orders a second by connections](report/throughput.svg)

      ![How long an order took](report/latency.svg)

      ![Seats left during the sell-out](report/sell-out.svg)
      """;
  private static final String HOW_TO_READ =
      """

      ## How to read it

      Everything goes through lb and its request log, unless it says "at webd". Generator, lb, webd and auth share the processors.
      ok: answers 2xx. refused: 4xx, and 503 with the time to come back. failed: any other 5xx, connections that broke, answers that never came. Times are of all answers.
      CPU: processors used, of those that the machine has. generator: wrk's share of all processors; others: that of processes which are not part of the run.
      (a) a POST through the same filters, token check and JSON parsing, with nothing behind it; (b) one free ticket; (c) the same over 100 events; (d) the same with one order a commit; (e) an order of a priced seat and its test payment, both counted; (g) with bcrypt as it is shipped.
      """;

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  String terminal() {
    StringBuilder text = new StringBuilder();
    text.append(results.machine()).append("\n\n").append(Table.terminal(rows())).append('\n');
    text.append(sellOut()).append('\n').append(overload()).append('\n');
    text.append(services()).append('\n').append(ledger()).append("\n\n");
    text.append(Targets.terminal(Targets.of(results)));
    return text.toString();
  }

  void write(Path folder) {
    StringBuilder page = new StringBuilder("# What the sale desk does under load\n\n");
    page.append("Written by `bin/bench`. ").append(results.machine()).append(" Medians of ");
    page.append(results.rounds()).append(" interleaved rounds.\n\n");
    page.append(Table.markdown(rows())).append('\n');
    for (String fact : List.of(sellOut(), overload(), services(), ledger())) {
      page.append("* ").append(fact).append('\n');
    }
    page.append("\n## Targets\n\n").append(Targets.markdown(Targets.of(results)));
    page.append(CHARTS).append(HOW_TO_READ);
    try {
      Files.writeString(folder.resolve("report.md"), page);
      Files.writeString(folder.resolve("target/report.json"), JSON.writeValueAsString(results));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    results
        .medians()
        .forEach((key, row) -> rows.add(Table.row(key, results.names().get(key), row)));
    Overload overload = results.overload();
    rows.add(Table.row("@" + Overload.TENFOLD, "10 times (b)", overload.tenfold()));
    rows.add(Table.row("@" + Overload.BEYOND, "beyond, at webd", overload.beyond()));
    rows.add(
        Table.row("@" + results.sellOut().connections(), "sell-out", results.sellOut().measured()));
    return rows;
  }

  private String sellOut() {
    SellOut sellOut = results.sellOut();
    return String.format(
        Locale.ROOT,
        "sell-out: %,d seats, %,d connections: %s; %,d acknowledged, %,d tickets found;"
            + " its page was read meanwhile, in %.0f ms at most.",
        sellOut.seats(),
        sellOut.connections(),
        sellOut.soldOut()
            ? String.format(Locale.ROOT, "%.1f s from opening to sold out", sellOut.seconds())
            : "NOT sold out",
        sellOut.acknowledged(),
        sellOut.found(),
        sellOut.slowestPage());
  }

  private String overload() {
    Overload overload = results.overload();
    return String.format(
        Locale.ROOT,
        "overload: 10 times the load sells %.0f %% of the peak; normal again after %.1f s.",
        100 * overload.goodput(),
        overload.normalAfterSeconds());
  }

  private String services() {
    return String.format(
        Locale.ROOT,
        "started alone: auth is ready after %.2f s, webd after %.2f s; under load auth has %.0f MB,"
            + " webd %.0f MB.",
        results.readyMillis().get("auth") / 1e3,
        results.readyMillis().get("webd") / 1e3,
        results.authMegabytes(),
        results.webdMegabytes());
  }

  private String ledger() {
    return String.format(
        Locale.ROOT,
        "bin/verify: %s; %,d orders and payments acknowledged, %,d found (answers on their way when"
            + " a run ends are not counted as acknowledged).",
        results.clean() ? "clean" : "NOT CLEAN",
        results.acknowledged(),
        results.found());
  }
}
