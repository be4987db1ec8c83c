package org.billetterie.webd.order;

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

/// `/api/events/{id}/orders`: placing an order, the hot path of a sale.
@Path("/api/events/{id}/orders")
@Produces(MediaType.APPLICATION_JSON)
public class PlacingResource {
  private final Checkout checkout;
  private final Caller caller;

  PlacingResource(Checkout checkout, Caller caller) {
    this.checkout = checkout;
    this.caller = caller;
  }

  /// 201 with the order: PAID with tickets when it is free, else PENDING until `expiresAt`. All
  /// lines or none. The same `Idempotency-Key` gets the same bytes for at least 24 h.
  ///
  /// 409 `sold-out` tells in `available` what is left; 503 `outcome-unknown`: repeat with the key.
  @POST
  @RolesAllowed({Role.Names.USER, Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Place an order")
  public CompletionStage<RestResponse<String>> place(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") String key,
      @NotNull @Valid OrderRequest request) {
    return checkout.place(id, caller.accountId(), key, request).thenApply(OrderResource::answer);
  }
}
