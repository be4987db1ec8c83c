package org.billetterie.webd.copy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// `/api/events/{id}/copies`: the same evening again.
@Path("/api/events/{id}/copies")
@Produces(MediaType.APPLICATION_JSON)
public class CopyResource {
  private final CopyEvents copies;
  private final Caller caller;

  CopyResource(CopyEvents copies, Caller caller) {
    this.copies = copies;
    this.caller = caller;
  }

  /// 201 with one new event for each date, all or none, of the same organizer. What is local stays
  /// so: the end and the end of the sale keep their hour by the event's clocks. The same
  /// `Idempotency-Key` gets the same bytes for at least 24 h.
  @POST
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Copy an event to further dates")
  public CompletionStage<RestResponse<String>> copy(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") String key,
      @NotNull @Valid CopyRequest request) {
    return copies
        .copy(id, key, request, caller.token())
        .thenApply(answer ->
            RestResponse.ResponseBuilder.<String>create(answer.status())
                .entity(answer.body())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build());
  }
}
