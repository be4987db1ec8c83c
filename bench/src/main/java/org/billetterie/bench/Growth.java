package org.billetterie.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A house that has sold for years beside one that has just opened: the same runs in turn.
final class Growth {
  private static final int BUYERS = 64;
  private static final int READERS = 4;
  private static final String LIST = "/api/events?limit=24";
  private static final String TICKETS = "/api/tickets?limit=100";

  private final Wrk wrk;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<Measured>> runs = new LinkedHashMap<>();

  private Growth(Wrk wrk) {
    this.wrk = wrk;
  }

  /// @param grown as [Furnish] left it, once it runs
  /// @return medians by key: `buy-new@64`, `buy-old@64` and so on
  static Growth measure(Wrk wrk, House fresh, House grown, Path folder, int rounds, int seconds) {
    Growth growth = new Growth(wrk);
    Round ofFresh = new Round(fresh, folder.resolve("round-new"));
    Round ofGrown = new Round(grown, folder.resolve("round-old"));
    for (Round round : List.of(ofFresh, ofGrown)) {
      wrk.run(round.house(), round.hotEvent(BUYERS, 3 * seconds));
      wrk.run(round.house(), round.get(LIST, READERS, seconds));
    }
    String last = lastPage(grown);
    for (int number = 1; number <= rounds; number++) {
      growth.pair(
          "buy", "a free ticket", BUYERS, r -> r.hotEvent(BUYERS, seconds), ofFresh, ofGrown);
      growth.pair(
          "list", "event list", READERS, r -> r.get(LIST, READERS, seconds), ofFresh, ofGrown);
      growth.pair(
          "rare", "rare title", READERS, r -> search(r, "quatuor", seconds), ofFresh, ofGrown);
      growth.pair(
          "common", "common title", READERS, r -> search(r, "salle 7", seconds), ofFresh, ofGrown);
      growth.run(
          "mine-first", "my tickets, first", READERS, ofGrown, r -> r.mine(TICKETS, seconds));
      growth.run("mine-last", "my tickets, last", READERS, ofGrown, r -> r.mine(last, seconds));
    }
    return growth;
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, Measured> medians() {
    Map<String, Measured> medians = new LinkedHashMap<>();
    runs.forEach((key, all) -> medians.put(key, Measured.median(all)));
    return medians;
  }

  private void pair(
      String key,
      String what,
      int connections,
      Function<Round, Load> load,
      Round fresh,
      Round grown) {
    run(key + "-new", what + ", new", connections, fresh, load);
    run(key + "-old", what + ", old", connections, grown, load);
  }

  private void run(
      String key, String what, int connections, Round round, Function<Round, Load> load) {
    String row = key + "@" + connections;
    Measured measured = wrk.run(round.house(), load.apply(round));
    names.put(row, what);
    runs.computeIfAbsent(row, ignored -> new ArrayList<>()).add(measured);
    System.out.println(Table.line(Table.row(row, what, measured)));
  }

  private static Load search(Round round, String text, int seconds) {
    return round.get(LIST + "&q=" + text.replace(" ", "%20"), READERS, seconds);
  }

  /// Where the last of the collector's pages is.
  private static String lastPage(House house) {
    String token = house.signIn();
    String path = TICKETS;
    int seen = 0;
    while (true) {
      JsonNode page = house.get(path, token);
      seen += page.path("items").size();
      if (!page.path("next").isTextual()) {
        break;
      }
      path = TICKETS + "&cursor=" + page.path("next").asText();
    }
    if (seen < Furnish.COLLECTED) {
      throw new IllegalStateException("the collector's tickets: " + seen);
    }
    return path;
  }
}
