package org.billetterie.webd.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.kit.token.Role;
import org.billetterie.webd.account.Accounts;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.order.TestOrders;

/// The real events and one organizer, for tests that are no part of their package.
public final class TestEvents {
  private final Events events;
  private final AccessToken organizer =
      new AccessToken(
          Ids.next(), Ids.next(), Role.EVENT_CREATOR, 1, "Zoé", Instant.EPOCH, Instant.MAX);

  public TestEvents(Database database, SaleDesk desk, Accounts accounts, Clock clock) {
    events = new Events(database, desk, accounts, TestOrders.config(), clock);
  }

  public CompletionStage<EventView> create(EventRequest request) {
    return events.create(request, organizer);
  }

  public CompletionStage<EventView> edit(UUID id, EventRequest request, int version) {
    return events.edit(id, request, EventResource.etag(version), organizer);
  }

  public EventView find(UUID id) {
    return events.find(id, Optional.empty());
  }

  /// The public list, or with `own` the organizer's own.
  public Page<EventView> list(String query, boolean own, Instant now, String cursor) {
    UUID organizerId = own ? organizer.accountId() : null;
    return events.list(EventSearch.of(organizerId, query, null, null, now, cursor, 2));
  }

  public CompletionStage<Void> delete(UUID id, int version) {
    return events.delete(id, EventResource.etag(version), organizer);
  }
}
