package org.billetterie.webd.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.Problem.FieldError;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.kit.token.Role;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.WebdProblem;
import org.billetterie.webd.account.Accounts;
import org.billetterie.webd.desk.SaleDesk;
import org.billetterie.webd.desk.Urgency;
import org.jdbi.v3.core.Handle;

/// The rules of events: who may see and edit them, and which edits a sale forbids.
@ApplicationScoped
public class Events {
  private final Database database;
  private final SaleDesk desk;
  private final Accounts accounts;
  private final WebdConfig config;
  private final Clock clock;

  Events(Database database, SaleDesk desk, Accounts accounts, WebdConfig config, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.accounts = accounts;
    this.config = config;
    this.clock = clock;
  }

  Page<EventView> list(EventSearch search) {
    return database.read(handle -> {
      List<Event> rows = EventListStore.list(handle, search);
      Map<UUID, Instant> heldUntil = heldUntil(handle, rows);
      return Page.of(rows, search.limit(), EventSearch::cursor)
          .map(e -> EventView.of(e, config.paymentMethods(), heldUntil.get(e.id())));
    });
  }

  /// What is on: a page of the public list.
  public Page<EventView> upcoming(String cursor, int limit) {
    return list(EventSearch.of(null, null, null, null, clock.instant(), cursor, limit));
  }

  /// @throws Problem 404 for a draft of somebody else
  public EventView find(UUID id, Optional<AccessToken> caller) {
    return database.read(handle -> {
      Event event =
          EventStore.find(handle, id)
              .filter(found -> found.status() != EventStatus.DRAFT || edits(caller, found))
              .orElseThrow(Events::notFound);
      return view(handle, event);
    });
  }

  /// Where the sale of these events stands, of those that anybody may see.
  public Map<UUID, SaleState> saleStates(Set<UUID> ids) {
    return database.read(handle -> {
      List<Event> found =
          EventStore.findAll(handle, ids).values().stream()
              .filter(event -> event.status() != EventStatus.DRAFT)
              .toList();
      Map<UUID, Instant> heldUntil = heldUntil(handle, found);
      return found.stream()
          .collect(
              Collectors.toMap(Event::id, event -> SaleState.of(event, heldUntil.get(event.id()))));
    });
  }

  CompletionStage<EventView> create(EventRequest request, AccessToken caller) {
    accounts.checkFresh();
    return createForHouse(request, caller);
  }

  /// For the house itself, whose rights need not be asked for.
  public CompletionStage<EventView> createForHouse(EventRequest request, AccessToken caller) {
    Draft draft = Draft.of(request);
    if (draft.status() == EventStatus.CANCELED) {
      throw Problem.field("/status", "new-status");
    }
    if (draft.status() == EventStatus.PUBLISHED) {
      checkPublishable(draft, true);
    }
    UUID id = Ids.next();
    return desk.submit(
        Urgency.PLACING,
        (handle, now) -> {
          accounts.meet(handle, caller);
          EventWrites.insert(handle, id, caller.accountId(), draft, now);
          return view(handle, EventStore.find(handle, id).orElseThrow());
        });
  }

  /// @param ifMatch the version that the editor saw
  /// @throws Problem 404, 409, 412, 422 or 428; then nothing was changed
  CompletionStage<EventView> edit(
      UUID id, EventRequest request, String ifMatch, AccessToken caller) {
    accounts.checkFresh();
    return editForHouse(id, request, ifMatch, caller);
  }

  /// For the house itself, as [#createForHouse].
  public CompletionStage<EventView> editForHouse(
      UUID id, EventRequest request, String ifMatch, AccessToken caller) {
    Draft draft = Draft.of(request);
    return desk.submit(
        Urgency.PLACING,
        (handle, now) -> {
          Event event = editable(handle, id, ifMatch, caller);
          EventStatus status = draft.status() == null ? event.status() : draft.status();
          checkTransition(handle, event, draft, status);
          if (status == EventStatus.CANCELED) {
            EventWrites.setStatus(handle, id, status);
          } else {
            EventWrites.update(handle, event, draft, status);
          }
          return view(handle, EventStore.find(handle, id).orElseThrow());
        });
  }

  CompletionStage<Void> delete(UUID id, String ifMatch, AccessToken caller) {
    accounts.checkFresh();
    return desk.submit(
        Urgency.PLACING,
        (handle, now) -> {
          editable(handle, id, ifMatch, caller);
          if (EventWrites.hasOrders(handle, id)) {
            throw Problem.of(WebdProblem.EVENT_HAS_ORDERS);
          }
          EventWrites.delete(handle, id);
          return null;
        });
  }

  /// Writes a copy of the event for each start, within the transaction of a movement.
  ///
  /// @param status DRAFT or PUBLISHED
  /// @throws Problem 409 `payment-not-configured`; 422 for each start that cannot be
  public List<Event> copy(
      Handle handle, Event source, List<Instant> starts, EventStatus status, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      boolean past = status == EventStatus.PUBLISHED && starts.get(i).isBefore(now);
      if (past || !Draft.within(starts.get(i))) {
        String code = past ? "past" : "date-range";
        errors.add(new FieldError("/startsAt/" + i, code, Map.of()));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.fields(errors);
    }
    if (status == EventStatus.PUBLISHED && source.priced() && config.paymentMethods().isEmpty()) {
      throw Problem.of(WebdProblem.PAYMENT_NOT_CONFIGURED);
    }
    return starts.stream()
        .map(startsAt -> {
          UUID id = Ids.next();
          Draft draft = Draft.copyOf(source, startsAt, status);
          EventWrites.insert(handle, id, source.organizerId(), draft, now);
          return EventStore.find(handle, id).orElseThrow();
        })
        .toList();
  }

  /// @throws Problem 404 unless the caller organizes the event or is an Admin
  public SalesView sales(UUID id, AccessToken caller) {
    return database.read(handle -> SalesView.of(handle, owned(handle, id, caller)));
  }

  /// @throws Problem 404 unless the caller organizes the event or is an Admin
  public static Event owned(Handle handle, UUID id, AccessToken caller) {
    return EventStore.find(handle, id)
        .filter(found -> edits(Optional.of(caller), found))
        .orElseThrow(Events::notFound);
  }

  private static Event editable(Handle handle, UUID id, String ifMatch, AccessToken caller) {
    Event event = owned(handle, id, caller);
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(WebdProblem.PRECONDITION_REQUIRED);
    }
    if (!"*".equals(ifMatch) && !ifMatch.equals(EventResource.etag(event.version()))) {
      throw Problem.of(WebdProblem.VERSION_MISMATCH).with("currentVersion", event.version());
    }
    return event;
  }

  private void checkTransition(Handle handle, Event event, Draft draft, EventStatus status) {
    if (event.status() == EventStatus.CANCELED) {
      throw Problem.of(WebdProblem.EVENT_CANCELED);
    }
    boolean unpublishes = event.status() == EventStatus.PUBLISHED && status == EventStatus.DRAFT;
    if (unpublishes && EventWrites.hasOrders(handle, event.id())) {
      throw Problem.of(WebdProblem.EVENT_HAS_ORDERS);
    }
    boolean otherCurrency = !event.currency().equals(draft.currency());
    if (otherCurrency && EventWrites.hasOrders(handle, event.id())) {
      throw Problem.of(WebdProblem.IN_USE);
    }
    if (status == EventStatus.PUBLISHED) {
      boolean publishes = event.status() == EventStatus.DRAFT;
      boolean moved = !event.startsAt().equals(draft.startsAt());
      checkPublishable(draft, publishes || moved);
    }
  }

  private void checkPublishable(Draft draft, boolean startMatters) {
    if (startMatters && draft.startsAt().isBefore(clock.instant())) {
      throw Problem.field("/startsAt", "past");
    }
    if (draft.priced() && config.paymentMethods().isEmpty()) {
      throw Problem.of(WebdProblem.PAYMENT_NOT_CONFIGURED);
    }
  }

  private EventView view(Handle handle, Event event) {
    Map<UUID, Instant> heldUntil = heldUntil(handle, List.of(event));
    return EventView.of(event, config.paymentMethods(), heldUntil.get(event.id()));
  }

  private static Map<UUID, Instant> heldUntil(Handle handle, List<Event> events) {
    return EventStore.heldUntil(
        handle,
        events.stream()
            .filter(event -> event.quota().held() > 0)
            .map(Event::id)
            .collect(Collectors.toSet()));
  }

  private static boolean edits(Optional<AccessToken> caller, Event event) {
    return caller
        .filter(token ->
            token.role() == Role.ADMIN
                || (token.role() == Role.EVENT_CREATOR
                    && token.accountId().equals(event.organizerId())))
        .isPresent();
  }

  private static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND);
  }
}
