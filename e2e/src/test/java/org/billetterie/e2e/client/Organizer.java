package org.billetterie.e2e.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody with the role EventCreator.
public record Organizer(Buyer account) {

  /// Makes and publishes an event; see [Show#draft(String, int, long...)].
  public Show publish(String title, int capacity, long... prices) {
    return Show.of(
        account.api().post("/api/events", Show.draft(title, capacity, prices)).expect(201));
  }

  /// Puts one changed field, with the version that was last seen.
  public Answer edit(Show show, String field, Object value) {
    return account
        .api()
        .send("PUT", show.path(), show.edited(field, value), "If-Match", show.etag());
  }

  public Answer removeLastType(Show show) {
    List<Object> types =
        new ArrayList<>((List<?>) show.edited("status", "PUBLISHED").get("ticketTypes"));
    types.removeLast();
    return edit(show, "ticketTypes", types);
  }

  public Answer delete(Show show) {
    return account.api().send("DELETE", show.path(), null, "If-Match", show.etag());
  }

  public Show look(Show show) {
    return Show.of(account.api().get(show.path()).expect(200));
  }

  public Map<String, Object> sales(Show show) {
    return Map.of("sales", account.api().get(show.path() + "/sales").expect(200).json());
  }
}
