package org.billetterie.webd.ticket;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.http.Query;
import org.billetterie.kit.token.Caller;
import org.billetterie.webd.qr.QrCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// `/api/tickets`: a holder's own tickets.
@Path("/api/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {
  private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final Tickets tickets;
  private final Caller caller;

  TicketResource(Tickets tickets, Caller caller) {
    this.tickets = tickets;
    this.caller = caller;
  }

  /// The caller's own tickets, newest first.
  @GET
  @Authenticated
  @Operation(summary = "List own tickets")
  public Page<TicketView> list(@RestQuery String cursor, @RestQuery String limit) {
    return tickets.list(caller.accountId(), cursor, Page.limit(Query.integer("limit", limit)));
  }

  /// 404 for anybody else's ticket.
  @GET
  @Path("{id:" + UUID_TEXT + "}")
  @Authenticated
  @Operation(summary = "Read an own ticket")
  public TicketView find(@RestPath UUID id) {
    return tickets.find(id, caller.accountId());
  }

  /// The ticket's QR code as SVG.
  @GET
  @Path("{id:" + UUID_TEXT + "}.svg")
  @Produces("image/svg+xml")
  @Authenticated
  @Operation(summary = "Show the QR code of an own ticket")
  public String qr(@RestPath UUID id) {
    return QrCode.svg(tickets.find(id, caller.accountId()).code());
  }
}
