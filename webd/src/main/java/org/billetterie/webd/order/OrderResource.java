package org.billetterie.webd.order;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.http.Query;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.billetterie.webd.payment.PaymentRequest;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/api/orders`: paying, reading and giving back own orders.
@Path("/api/orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
  private final Payments payments;
  private final Orders orders;
  private final Caller caller;

  OrderResource(Payments payments, Orders orders, Caller caller) {
    this.payments = payments;
    this.orders = orders;
    this.caller = caller;
  }

  /// 200 with the PAID order and its tickets. 402 `payment-declined`: no money moved, the order
  /// stays PENDING. 410 `order-expired`: its seats have gone back on sale, no money moved.
  @POST
  @Path("{id}/payment")
  @RolesAllowed({Role.Names.USER, Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Blocking
  @Operation(summary = "Pay an order")
  public CompletionStage<RestResponse<String>> pay(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") String key,
      @NotNull @Valid PaymentRequest request) {
    return payments.pay(id, caller.accountId(), key, request).thenApply(OrderResource::answer);
  }

  /// 204: the seats of a PENDING order are back on sale. 409 `order-not-pending` once it is paid.
  @DELETE
  @Path("{id}")
  @Authenticated
  @Operation(summary = "Give the seats of an unpaid order back")
  public CompletionStage<Void> giveBack(@RestPath UUID id) {
    return orders.giveBack(id, caller.accountId());
  }

  /// The caller's own orders, newest first.
  @GET
  @Authenticated
  @Operation(summary = "List own orders")
  public Page<OrderView> list(@RestQuery String cursor, @RestQuery String limit) {
    return orders.list(caller.accountId(), cursor, Page.limit(Query.integer("limit", limit)));
  }

  /// 404 for anybody else's order.
  @GET
  @Path("{id}")
  @Authenticated
  @Operation(summary = "Read an own order")
  public OrderView find(@RestPath UUID id) {
    return orders.find(id, caller.accountId());
  }

  static RestResponse<String> answer(Answer answer) {
    return RestResponse.ResponseBuilder.<String>create(answer.status())
        .entity(answer.body())
        .header("Location", answer.location())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
