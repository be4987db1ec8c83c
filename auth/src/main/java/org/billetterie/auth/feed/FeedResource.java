package org.billetterie.auth.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.billetterie.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// `GET /internal/accounts?after=N&limit=`: what happened to accounts since number N. For webd,
/// which polls it every 2 s; the hop secret is asked for before any `/internal` route.
@Path("/internal/accounts")
final class FeedResource {
  private static final int LIMIT_MAX = 1000;

  private final Feed feed;

  FeedResource(Feed feed) {
    this.feed = feed;
  }

  /// @param limit lines at most, 1 to 1000
  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public FeedView after(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("500") int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw Problem.field("/limit", "invalid");
    }
    List<AccountChange> items = feed.after(after, limit);
    return new FeedView(items, feed.last());
  }

  /// @param last the newest number given; read on while the last item's is lower
  record FeedView(List<AccountChange> items, long last) {}
}
