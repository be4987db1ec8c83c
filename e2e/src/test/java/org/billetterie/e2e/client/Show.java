package org.billetterie.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An event as its organizer last saw it.
public record Show(JsonNode view) {
  public static Show of(Answer answer) {
    return new Show(answer.json());
  }

  public String id() {
    return view.path("id").asText();
  }

  public String path() {
    return "/api/events/" + id();
  }

  public int capacity() {
    return view.path("capacity").asInt();
  }

  /// The id of its n-th ticket type, from 0.
  public String type(int index) {
    return view.path("ticketTypes").path(index).path("id").asText();
  }

  public String etag() {
    return "\"" + view.path("version").asInt() + "\"";
  }

  /// A new event: published, in 30 days, its types with these prices.
  public static Map<String, Object> draft(String title, int capacity, long... prices) {
    List<Map<String, Object>> types = new ArrayList<>();
    for (long price : prices) {
      types.add(Map.of("name", "Place " + (types.size() + 1), "priceMinor", price));
    }
    Map<String, Object> draft = new HashMap<>();
    draft.put("title", title);
    draft.put(
        "startsAt",
        Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    draft.put("capacity", capacity);
    draft.put("currency", "EUR");
    draft.put("maxPerOrder", 10);
    draft.put("ticketTypes", types);
    draft.put("status", "PUBLISHED");
    return draft;
  }

  /// Its organizer's fields with one of them changed, for PUT.
  public Map<String, Object> edited(String field, Object value) {
    Map<String, Object> edit = new HashMap<>();
    for (String name :
        List.of(
            "title",
            "description",
            "venue",
            "startsAt",
            "endsAt",
            "timezone",
            "salesStartAt",
            "salesEndAt",
            "capacity",
            "currency",
            "maxPerOrder",
            "maxPerAccount",
            "status")) {
      edit.put(name, view.path(name).isMissingNode() ? null : view.path(name));
    }
    List<Map<String, Object>> types = new ArrayList<>();
    for (JsonNode type : view.path("ticketTypes")) {
      Map<String, Object> kept = new HashMap<>();
      kept.put("id", type.path("id"));
      kept.put("name", type.path("name"));
      kept.put("priceMinor", type.path("priceMinor"));
      kept.put("capacity", type.path("capacity").isMissingNode() ? null : type.path("capacity"));
      types.add(kept);
    }
    edit.put("ticketTypes", types);
    edit.put(field, value);
    return edit;
  }
}
