package org.billetterie.webd.bench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.order.OrderRequest;
import org.billetterie.webd.sale.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/// `POST /internal/bench/orders`: all that placing an order costs before it reaches the sale desk
/// (filters, token, JSON, validation, key), and nothing behind it.
@Path("/internal/bench/orders")
@Produces(MediaType.APPLICATION_JSON)
public class NoOpResource {
  private final WebdConfig config;
  private final Caller caller;

  NoOpResource(WebdConfig config, Caller caller) {
    this.config = config;
    this.caller = caller;
  }

  /// 201 and the caller's id; 404 unless BENCH is on.
  @POST
  @RolesAllowed({Role.Names.USER, Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(hidden = true)
  public CompletionStage<RestResponse<String>> place(
      @RestHeader("Idempotency-Key") String key, @NotNull @Valid OrderRequest request) {
    if (!config.bench()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    Idempotency.checkKey(key);
    String body = "{\"account\":\"" + caller.accountId() + "\"}";
    return CompletableFuture.completedFuture(
        RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body).build());
  }
}
