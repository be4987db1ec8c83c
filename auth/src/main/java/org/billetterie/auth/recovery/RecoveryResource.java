package org.billetterie.auth.recovery;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.billetterie.auth.Requester;
import org.billetterie.auth.password.PasswordRule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// For who was given a link: it is all the proof that is asked for, so neither a session nor a
/// cookie is looked at.
@Path("/api/auth/recovery")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class RecoveryResource {
  private final PasswordRecovery recovery;
  private final Requester requester;

  RecoveryResource(PasswordRecovery recovery, Requester requester) {
    this.recovery = recovery;
    this.requester = requester;
  }

  /// `POST /api/auth/recovery/check`: whose password a link would set; the link stays good.
  @POST
  @Path("/check")
  @Operation(summary = "Whose password a link sets")
  @APIResponse(responseCode = "200", description = "The account's address and name")
  @APIResponse(responseCode = "410", description = "recovery-link-ended")
  public PasswordRecovery.Offered check(@NotNull @Valid CheckRequest body) {
    return recovery.look(body.token());
  }

  /// `POST /api/auth/recovery`: sets the password and ends all sessions. Sign in afterwards.
  @POST
  @Operation(summary = "Set a password by a link")
  @APIResponse(responseCode = "204", description = "Set; the link is used up")
  @APIResponse(responseCode = "410", description = "recovery-link-ended: used, too old or unknown")
  @APIResponse(responseCode = "422", description = "invalid-fields: the link is still good")
  @APIResponse(responseCode = "503", description = "overloaded: the link is still good")
  public Response setPassword(@NotNull @Valid RecoveryRequest body) {
    PasswordRule.check(body.newPassword(), "/newPassword");
    recovery.setPassword(body.token(), body.newPassword(), requester.requestId());
    return Response.noContent().build();
  }

  /// @param token of the link's fragment
  record CheckRequest(@NotNull String token) {
    @Override
    public String toString() {
      return "CheckRequest";
    }
  }

  /// @param token of the link's fragment
  record RecoveryRequest(@NotNull String token, @NotNull String newPassword) {
    @Override
    public String toString() {
      return "RecoveryRequest";
    }
  }
}
