package org.billetterie.e2e.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who is answered what: the resource `access/table.txt`, a line for each route.
record AccessTable(SortedMap<Route, Map<Who, Integer>> rows) {
  private static final String FILE = "/access/table.txt";

  static AccessTable read() {
    return parse(lines());
  }

  static List<String> lines() {
    try (InputStream in = AccessTable.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// @throws AssertionError for a line that has too few or too many columns
  static AccessTable parse(List<String> lines) {
    SortedMap<Route, Map<Who, Integer>> rows = new TreeMap<>();
    List<Who> columns = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.strip().split("\\s+");
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (columns.isEmpty()) {
        List.of(words).subList(2, words.length).forEach(word -> columns.add(Who.of(word)));
        continue;
      }
      if (words.length != columns.size() + 2 || columns.size() != Who.values().length) {
        throw new AssertionError("a column is missing: " + line);
      }
      Map<Who, Integer> row = new EnumMap<>(Who.class);
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), Integer.valueOf(words[i + 2]));
      }
      rows.put(new Route(words[0], words[1]), row);
    }
    return new AccessTable(rows);
  }

  /// Routes without a row, and rows without a route.
  SortedSet<Route> differences(Set<Route> routes) {
    SortedSet<Route> differences = new TreeSet<>(rows.keySet());
    differences.removeAll(routes);
    routes.stream().filter(route -> !rows.containsKey(route)).forEach(differences::add);
    return differences;
  }
}
