package org.billetterie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints what growth costs, and writes `bench/growth.md`.
///
/// @param stored what the old house holds
/// @param clean whether `bin/verify` was, in both houses, and each acknowledged order is found
record GrowthReport(Growth growth, String stored, int rounds, boolean clean) {
  String terminal() {
    return stored
        + "\n\n"
        + Table.terminal(rows())
        + "\nbin/verify: "
        + verdict()
        + "\n\n"
        + Targets.terminal(Targets.of(growth));
  }

  void write(Path folder) {
    String page =
        "# What growth costs\n\nWritten by `bin/bench growth`. %s Medians of %d interleaved rounds. %s\n\n"
                .formatted(Machine.describe(), rounds, stored)
            + Table.markdown(rows())
            + "\n* bin/verify: "
            + verdict()
            + ".\n\n## Targets\n\n"
            + Targets.markdown(Targets.of(growth));
    try {
      Files.writeString(folder.resolve("growth.md"), page);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private String verdict() {
    return clean ? "clean" : "NOT CLEAN";
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    growth.medians().forEach((key, row) -> rows.add(Table.row(key, growth.names().get(key), row)));
    return rows;
  }
}
