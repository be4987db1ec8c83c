package org.billetterie.bench;

import java.util.ArrayList;
import java.util.List;

/// What wrk is told.
///
/// @param script of `bench/wrk/`
/// @param arguments of that script
/// @param buys whether each answer 2xx is an order or a payment that must be found afterwards
public record Load(
    String url,
    String script,
    int threads,
    int connections,
    int seconds,
    boolean buys,
    List<String> arguments) {
  /// bcrypt makes everybody wait who is let in.
  private static final int PATIENCE_SECONDS = 60;

  List<String> command(String scripts) {
    List<String> words =
        new ArrayList<>(
            List.of("wrk", "-t" + threads, "-c" + connections, "-d" + seconds + "s", "--timeout"));
    words.addAll(List.of(PATIENCE_SECONDS + "s", "-s", scripts + "/" + script, url, "--"));
    words.addAll(arguments);
    return words;
  }
}
