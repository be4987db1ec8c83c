package org.billetterie.auth.loadtest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.billetterie.auth.Requester;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// `POST /internal/load-test/accounts`: N accounts of role User, and a bearer token for each.
@Path("/internal/load-test/accounts")
final class LoadTestResource {
  private final LoadTestAccounts accounts;
  private final HouseSettings house;
  private final Requester requester;

  LoadTestResource(LoadTestAccounts accounts, HouseSettings house, Requester requester) {
    this.accounts = accounts;
    this.house = house;
    this.requester = requester;
  }

  /// @return one token a line
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public String make(@NotNull @Valid LoadTestRequest body) {
    if (!house.loadTest()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return String.join("\n", accounts.make(body.count(), requester.requestId())) + "\n";
  }

  record LoadTestRequest(@Min(1) @Max(10_000) int count) {}
}
