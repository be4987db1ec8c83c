package org.billetterie.webd.event;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.http.Query;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.billetterie.webd.qr.QrCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/api/events`: what is on sale, and its organizers' edits.
@Path("/api/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
  private final Events events;
  private final Caller caller;
  private final HouseSettings house;
  private final Clock clock;

  EventResource(Events events, Caller caller, HouseSettings house, Clock clock) {
    this.events = events;
    this.caller = caller;
    this.house = house;
    this.clock = clock;
  }

  /// Published and canceled events by start; without `from` and `to`, those that have not ended.
  /// `mine=true` lists the caller's own events with drafts (401 for an anonymous caller).
  @GET
  @PermitAll
  @Operation(summary = "List events")
  public Page<EventView> list(
      @RestQuery String q,
      @RestQuery String from,
      @RestQuery String to,
      @RestQuery String mine,
      @RestQuery String cursor,
      @RestQuery String limit) {
    UUID organizer = Query.flag("mine", mine) ? caller.accountId() : null;
    return events.list(
        EventSearch.of(
            organizer,
            q,
            Query.instant("from", from),
            Query.instant("to", to),
            clock.instant(),
            cursor,
            Query.integer("limit", limit)));
  }

  /// One event with its availability; 404 also for a draft of somebody else.
  @GET
  @Path("{id}")
  @PermitAll
  @Operation(summary = "Read an event")
  public RestResponse<EventView> find(@RestPath UUID id) {
    return answer(RestResponse.Status.OK, events.find(id, caller.find()));
  }

  /// The address where the event is sold, as a QR code for posters; 404 as reading it.
  @GET
  @Path("{id}/qr.svg")
  @Produces("image/svg+xml")
  @PermitAll
  @Operation(summary = "Show the address of an event as a QR code")
  public String qr(@RestPath UUID id) {
    events.find(id, caller.find());
    return QrCode.svg(house.publicUrl() + "/events/" + id);
  }

  /// 201 with the event. 409 `payment-not-configured` when a priced event is to be published and
  /// there is no way to pay; 503 `accounts-feed-stale` while rights cannot be known.
  @POST
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Create an event")
  public CompletionStage<RestResponse<EventView>> create(@NotNull @Valid EventRequest request) {
    return events
        .create(request, caller.token())
        .thenApply(view -> answer(RestResponse.Status.CREATED, view));
  }

  /// Replaces the organizer's fields. `If-Match` is required: 428 without, 412 when somebody else
  /// edited meanwhile. `status: CANCELED` cancels the event for good and leaves its fields alone.
  @PUT
  @Path("{id}")
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Edit, publish, unpublish or cancel an event")
  public CompletionStage<RestResponse<EventView>> edit(
      @RestPath UUID id,
      @RestHeader("If-Match") String ifMatch,
      @NotNull @Valid EventRequest request) {
    return events
        .edit(id, request, ifMatch, caller.token())
        .thenApply(view -> answer(RestResponse.Status.OK, view));
  }

  /// 204; 409 `event-has-orders` once anything was ordered: cancel it instead.
  @DELETE
  @Path("{id}")
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Delete an event that nobody ordered from")
  public CompletionStage<Void> delete(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
    return events.delete(id, ifMatch, caller.token());
  }

  /// Figures for the event's organizer; 404 for anybody else's event.
  @GET
  @Path("{id}/sales")
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Read what an event has sold")
  public SalesView sales(@RestPath UUID id) {
    return events.sales(id, caller.token());
  }

  static String etag(int version) {
    return "\"" + version + "\"";
  }

  private static RestResponse<EventView> answer(RestResponse.Status status, EventView view) {
    RestResponse.ResponseBuilder<EventView> answer =
        RestResponse.ResponseBuilder.create(status, view).header("ETag", etag(view.version()));
    if (status == RestResponse.Status.CREATED) {
      answer.header("Location", "/api/events/" + view.id());
    }
    return answer.build();
  }
}
