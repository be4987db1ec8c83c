package org.billetterie.webd.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.webd.account.Accounts;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.desk.Urgency;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.Events;
import org.billetterie.webd.sale.Idempotency;
import org.jdbi.v3.core.Handle;

/// Copies an event to further dates in one transaction, so that a season is there whole or not at
/// all; with a key, so that a lost answer never makes it twice.
@ApplicationScoped
class CopyEvents {
  private final SaleDesk desk;
  private final Events events;
  private final Accounts accounts;
  private final ObjectMapper json;

  CopyEvents(SaleDesk desk, Events events, Accounts accounts, ObjectMapper json) {
    this.desk = desk;
    this.events = events;
    this.accounts = accounts;
    this.json = json;
  }

  /// @throws Problem 404 for somebody else's event; 409 `payment-not-configured`; 422 naming dates
  CompletionStage<Idempotency.Answer> copy(
      UUID id, String key, CopyRequest request, AccessToken caller) {
    accounts.checkFresh();
    if (request.wanted() == EventStatus.CANCELED) {
      throw Problem.field("/status", "new-status");
    }
    checkOnce(request.startsAt());
    String payload = "POST /api/events/" + id + "/copies " + request.payload();
    Idempotency.Request once = Idempotency.Request.of(id, caller.accountId(), key, payload);
    return desk.submit(
        Urgency.PLACING,
        (handle, now) -> {
          Event source = Events.owned(handle, id, caller);
          return Idempotency.find(handle, once)
              .orElseGet(() -> copy(handle, once, source, request, now));
        });
  }

  private Idempotency.Answer copy(
      Handle handle, Idempotency.Request once, Event source, CopyRequest request, Instant now) {
    List<Event> copies = events.copy(handle, source, request.startsAt(), request.wanted(), now);
    String body = write(CopyView.of(copies));
    return Idempotency.keep(handle, once, new Idempotency.Answer(201, null, body), now);
  }

  private static void checkOnce(List<Instant> starts) {
    Set<Instant> seen = new HashSet<>();
    for (int i = 0; i < starts.size(); i++) {
      if (!seen.add(starts.get(i))) {
        throw Problem.field("/startsAt/" + i, "duplicate");
      }
    }
  }

  private String write(CopyView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException ourOwnRecord) {
      throw new IllegalStateException(ourOwnRecord);
    }
  }
}
