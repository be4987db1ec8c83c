package org.billetterie.auth.me;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.billetterie.auth.Requester;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.account.AccountView;
import org.billetterie.auth.password.PasswordRule;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// The caller's own account.
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
final class MeResource {
  private final Database database;
  private final AccountStore accounts;
  private final PasswordChange passwordChange;
  private final Caller caller;
  private final Requester requester;

  MeResource(
      Database database,
      AccountStore accounts,
      PasswordChange passwordChange,
      Caller caller,
      Requester requester) {
    this.database = database;
    this.accounts = accounts;
    this.passwordChange = passwordChange;
    this.caller = caller;
    this.requester = requester;
  }

  /// `GET /api/auth/me`: who is signed in.
  @GET
  @Path("/me")
  @Authenticated
  @Operation(summary = "The caller's account")
  @APIResponse(responseCode = "200", description = "The account as it is now")
  @APIResponse(responseCode = "401", description = "unauthenticated or session-ended")
  public AccountView me() {
    return database
        .read(handle -> accounts.find(handle, caller.accountId()))
        .map(AccountView::of)
        .orElseThrow(() -> Problem.of(CommonProblem.SESSION_ENDED));
  }

  /// `POST /api/auth/password`: changes the password and ends every other session.
  @POST
  @Path("/password")
  @Authenticated
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change the password")
  @APIResponse(responseCode = "204", description = "Changed; all other sessions are over")
  @APIResponse(responseCode = "401", description = "unauthenticated or session-ended")
  @APIResponse(
      responseCode = "422",
      description = "invalid-fields: /currentPassword is wrong, or /newPassword is too short")
  @APIResponse(responseCode = "503", description = "overloaded; see Retry-After")
  public Response changePassword(@NotNull @Valid PasswordRequest body) {
    PasswordRule.check(body.newPassword(), "/newPassword");
    passwordChange.change(
        caller.token(), body.currentPassword(), body.newPassword(), requester.requestId());
    return Response.noContent().build();
  }

  /// The body of `POST /api/auth/password`.
  record PasswordRequest(@NotNull String currentPassword, @NotNull String newPassword) {
    @Override
    public String toString() {
      return "PasswordRequest";
    }
  }
}
