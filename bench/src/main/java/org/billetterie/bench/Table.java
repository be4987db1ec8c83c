package org.billetterie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The results as a table, for a terminal or for a page.
final class Table {
  private static final List<String> HEAD =
      List.of(
          "what",
          "conn.",
          "ok",
          "refused",
          "failed",
          "ok/s",
          "p50 ms",
          "p99 ms",
          "p99.9 ms",
          "webd CPU",
          "webd MB",
          "lb CPU",
          "generator",
          "others");

  private Table() {}

  static String terminal(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    withHead(rows).forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  static String line(List<String> row) {
    StringBuilder text = new StringBuilder(String.format("%-20s", row.getFirst()));
    row.subList(1, row.size()).forEach(cell -> text.append(String.format("%10s", cell)));
    return text.toString();
  }

  static String markdown(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : withHead(rows)) {
      text.append("| ").append(String.join(" | ", row)).append(" |\n");
      if (row == HEAD) {
        text.append("| --- ").append("| ---: ".repeat(HEAD.size() - 1)).append("|\n");
      }
    }
    return text.toString();
  }

  /// @param key of the row, with its connections behind the `@`
  static List<String> row(String key, String what, Measured row) {
    Usage usage = row.usage();
    return List.of(
        what,
        key.substring(key.indexOf('@') + 1),
        String.valueOf(row.ok()),
        String.valueOf(row.refused()),
        String.valueOf(row.failed()),
        number(row.perSecond()),
        number(row.p50()),
        number(row.p99()),
        number(row.p999()),
        number(usage.webdCores()),
        number(usage.webdMegabytes()),
        number(usage.lbCores()),
        number(usage.generatorPercent()) + " %",
        number(usage.noisePercent()) + " %");
  }

  /// Three digits that matter.
  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  private static List<List<String>> withHead(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(HEAD));
    all.addAll(rows);
    return all;
  }
}
