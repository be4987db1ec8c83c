package org.billetterie.bench;

import java.util.Map;

/// All that a run came to.
///
/// @param machine what it ran on
/// @param medians by the key of their row, in the order of the programme
/// @param readyMillis of each service, started alone
/// @param acknowledged orders and payments that were answered 2xx, in all
/// @param found orders and payments in the databases
/// @param clean whether `bin/verify` was, and each acknowledged one is found
public record Results(
    String machine,
    int rounds,
    Map<String, String> names,
    Map<String, Measured> medians,
    Map<String, Long> readyMillis,
    SellOut sellOut,
    Overload overload,
    long acknowledged,
    long found,
    boolean clean) {

  double webdMegabytes() {
    return medians.values().stream()
        .mapToDouble(row -> row.usage().webdMegabytes())
        .max()
        .orElse(0);
  }

  double authMegabytes() {
    return medians.values().stream()
        .mapToDouble(row -> row.usage().authMegabytes())
        .max()
        .orElse(0);
  }
}
