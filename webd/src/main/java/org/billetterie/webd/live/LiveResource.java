package org.billetterie.webd.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// What is left and what was sold, as it changes: server-sent events, for `Accept:
/// text/event-stream`.
@Path("/api/events")
public class LiveResource {
  private static final int IDS_MAX = 100;
  private static final long RETRY_MILLIS = 3_000;

  private final Live live;
  private final Caller caller;

  LiveResource(Live live, Caller caller) {
    this.live = live;
    this.caller = caller;
  }

  /// What is left of these events, 1 to 100 times `id`, then what changes: at most one message a
  /// second. Those that nobody may see are left out, 404 when none remains; 503 `overloaded` beyond
  /// 2,000 open pages.
  @GET
  @Path("availability/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @PermitAll
  @Blocking
  @Operation(summary = "Follow what is left of some events")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  public Multi<OutboundSseEvent> follow(
      @RestQuery List<String> id, @RestHeader("Accept") String accept, @Context Sse sse) {
    return events(live.sale(ids(id)), accept, sse);
  }

  /// The figures of an event, again whenever they change; 404 for anybody else's event.
  @GET
  @Path("{id}/sales/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Blocking
  @Operation(summary = "Follow what an event sells")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  public Multi<OutboundSseEvent> followSales(
      @RestPath UUID id, @RestHeader("Accept") String accept, @Context Sse sse) {
    return events(live.sales(id, caller.token()), accept, sse);
  }

  /// An answer that never ends is given to those only who have asked for one.
  private static Multi<OutboundSseEvent> events(Multi<String> messages, String accept, Sse sse) {
    if (!MediaType.SERVER_SENT_EVENTS.equals(accept)) {
      throw Problem.of(CommonProblem.NOT_ACCEPTABLE);
    }
    return messages.map(message ->
        Watcher.STILL_THERE.equals(message)
            ? sse.newEventBuilder().comment("still there").build()
            : sse.newEventBuilder().reconnectDelay(RETRY_MILLIS).data(message).build());
  }

  private static Set<UUID> ids(List<String> texts) {
    if (texts.isEmpty()) {
      throw Problem.field("/id", "required");
    }
    if (texts.size() > IDS_MAX) {
      throw Problem.field("/id", "max");
    }
    try {
      return texts.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException noId) {
      throw Problem.field("/id", "type");
    }
  }
}
