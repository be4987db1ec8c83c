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
import java.net.URI;
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

/// Placing, paying, reading and giving back orders.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
  private final Checkout checkout;
  private final Payments payments;
  private final Orders orders;
  private final Caller caller;

  OrderResource(Checkout checkout, Payments payments, Orders orders, Caller caller) {
    this.checkout = checkout;
    this.payments = payments;
    this.orders = orders;
    this.caller = caller;
  }

  /// 201 with the order: PAID with tickets when it is free, else PENDING until `expiresAt`. All
  /// lines or none. The same `Idempotency-Key` gets the same bytes for at least 24 h.
  ///
  /// 409 `sold-out` tells in `available` what is left; 503 `outcome-unknown`: repeat with the key.
  @POST
  @Path("events/{id}/orders")
  @RolesAllowed({Role.Names.USER, Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Operation(summary = "Place an order")
  public CompletionStage<RestResponse<String>> place(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") String key,
      @NotNull @Valid OrderRequest request) {
    return checkout.place(id, caller.accountId(), key, request).thenApply(OrderResource::answer);
  }

  /// 200 with the PAID order and its tickets. 402 `payment-declined`: no money moved, the order
  /// stays PENDING. 410 `order-expired`: its seats have gone back on sale, no money moved.
  @POST
  @Path("orders/{id}/payment")
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
  @Path("orders/{id}")
  @Authenticated
  @Operation(summary = "Give the seats of an unpaid order back")
  public CompletionStage<Void> giveBack(@RestPath UUID id) {
    return orders.giveBack(id, caller.accountId());
  }

  /// The caller's own orders, newest first.
  @GET
  @Path("orders")
  @Authenticated
  @Operation(summary = "List own orders")
  public Page<OrderView> list(@RestQuery String cursor, @RestQuery String limit) {
    return orders.list(caller.accountId(), cursor, Page.limit(Query.integer("limit", limit)));
  }

  /// 404 for anybody else's order.
  @GET
  @Path("orders/{id}")
  @Authenticated
  @Operation(summary = "Read an own order")
  public OrderView find(@RestPath UUID id) {
    return orders.find(id, caller.accountId());
  }

  private static RestResponse<String> answer(Answer answer) {
    return RestResponse.ResponseBuilder.<String>create(answer.status())
        .entity(answer.body())
        .location(URI.create(answer.location()))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
