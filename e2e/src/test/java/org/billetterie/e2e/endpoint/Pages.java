package org.billetterie.e2e.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.billetterie.e2e.client.Api;

/// Reads a list to its end.
final class Pages {
  private static final int MOST = 200;

  private Pages() {}

  /// @param path with a query
  /// @return this field of every item, in order
  static List<String> read(Api api, String path, String field) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < MOST; page++) {
      JsonNode view = api.get(path + cursor).expect(200).json();
      view.path("items").forEach(item -> found.add(item.path(field).asText()));
      if (view.path("next").isNull()) {
        return found;
      }
      cursor = "&cursor=" + view.path("next").asText();
    }
    throw new AssertionError("more than " + MOST + " pages of " + path);
  }
}
