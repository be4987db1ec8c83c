package org.billetterie.auth.register;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.billetterie.auth.Requester;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountFields;
import org.billetterie.auth.account.AccountView;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.password.PasswordRule;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// `POST /api/auth/register`: anyone makes an account; its role is User. Sign in afterwards.
@Path("/api/auth/register")
final class RegisterResource {
  private final NewAccounts accounts;
  private final Requester requester;

  RegisterResource(NewAccounts accounts, Requester requester) {
    this.accounts = accounts;
    this.requester = requester;
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make an account")
  @APIResponse(responseCode = "201", description = "The account is made; sign in with it")
  @APIResponse(responseCode = "409", description = "email-taken")
  @APIResponse(responseCode = "422", description = "invalid-fields; an unknown field is one too")
  @APIResponse(responseCode = "503", description = "overloaded; see Retry-After")
  public Response register(@NotNull RegisterRequest body) {
    AccountFields fields = new AccountFields();
    Email email = fields.email(body.email());
    String name = fields.name(body.name());
    String locale = fields.locale(body.locale(), requester.locale().getLanguage());
    fields.run(() -> PasswordRule.check(body.password(), "/password"));
    fields.orThrow();
    Account account =
        accounts.add(
            email,
            name,
            locale,
            Role.USER,
            FirstPassword.chosen(body.password()),
            requester.requestId());
    return Response.status(Response.Status.CREATED)
        .entity(new Registered(AccountView.of(account)))
        .build();
  }

  record Registered(AccountView account) {}
}
