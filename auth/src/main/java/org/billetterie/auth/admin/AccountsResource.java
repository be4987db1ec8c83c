package org.billetterie.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.billetterie.auth.Requester;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountFields;
import org.billetterie.auth.account.AccountView;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.password.PasswordRule;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.recovery.PasswordRecovery;
import org.billetterie.auth.recovery.RecoveryLinks;
import org.billetterie.auth.register.FirstPassword;
import org.billetterie.auth.register.NewAccounts;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.http.Query;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// All accounts, for the Admin.
@Path("/api/auth/accounts")
@RolesAllowed(Role.Names.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
final class AccountsResource {
  private static final int SEARCH_MAX = 100;

  private final Accounts accounts;
  private final NewAccounts newAccounts;
  private final Passwords passwords;
  private final PasswordRecovery recovery;
  private final HouseSettings house;
  private final Caller caller;
  private final Requester requester;

  AccountsResource(
      Accounts accounts,
      NewAccounts newAccounts,
      Passwords passwords,
      PasswordRecovery recovery,
      HouseSettings house,
      Caller caller,
      Requester requester) {
    this.accounts = accounts;
    this.newAccounts = newAccounts;
    this.passwords = passwords;
    this.recovery = recovery;
    this.house = house;
    this.caller = caller;
    this.requester = requester;
  }

  /// `GET /api/auth/accounts`: newest first.
  ///
  /// @param q part of a name or address, in any case and without regard to accents; 100 characters
  /// @param cursor `next` of the page before
  /// @param limit 1 to 100, 20 when absent
  @GET
  @Operation(summary = "List and search accounts")
  @APIResponse(responseCode = "200", description = "One page; next is null on the last")
  @APIResponse(responseCode = "400", description = "malformed: the cursor is not of this list")
  public Page<AccountView> list(
      @QueryParam("q") String q,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    if (q != null && q.length() > SEARCH_MAX) {
      throw Problem.field("/q", "invalid");
    }
    return accounts
        .search(q, cursor, Page.limit(Query.integer("limit", limit)))
        .map(AccountView::of);
  }

  /// `POST /api/auth/accounts`: makes an account for somebody. Without a password, a random one is
  /// made and shown in this answer only.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make an account for somebody")
  @APIResponse(responseCode = "201", description = "Made; password is there when it was random")
  @APIResponse(responseCode = "409", description = "email-taken")
  @APIResponse(responseCode = "422", description = "invalid-fields")
  public Response create(@NotNull AccountRequest body) {
    AccountFields fields = new AccountFields();
    Email email = fields.email(body.email());
    String name = fields.name(body.name());
    String locale = fields.locale(body.locale(), "fr");
    if (body.password() != null) {
      fields.run(() -> PasswordRule.check(body.password(), "/password"));
    }
    fields.run(() -> {
      if (body.role() == null) {
        throw Problem.field("/role", "required");
      }
    });
    fields.orThrow();
    String random = body.password() == null ? passwords.random() : null;
    Account account =
        newAccounts.add(
            email,
            name,
            locale,
            body.role(),
            random == null ? FirstPassword.chosen(body.password()) : FirstPassword.random(random),
            requester.requestId());
    // A header, not created(): the framework would make an address of what it knows of this host.
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/api/auth/accounts/" + account.id())
        .entity(new Created(AccountView.of(account), random))
        .build();
  }

  /// `GET /api/auth/accounts/{id}`
  @GET
  @Path("/{id}")
  @Operation(summary = "One account")
  @APIResponse(responseCode = "404", description = "not-found")
  public AccountView get(@PathParam("id") String id) {
    return AccountView.of(accounts.find(uuid(id)));
  }

  /// `PATCH /api/auth/accounts/{id}`: changes role or state, or both. A new role is in force here
  /// at once and in webd within 5 s; disabling ends all sessions of the account.
  @PATCH
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change role or state")
  @APIResponse(responseCode = "200", description = "The account as it is now")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "last-admin: nobody could administer any more")
  public AccountView change(@PathParam("id") String id, @NotNull ChangeRequest body) {
    return AccountView.of(accounts.change(uuid(id), body.role(), body.disabled(), by()));
  }

  /// `DELETE /api/auth/accounts/{id}`: ends all sessions and removes the account; webd keeps its
  /// orders and tickets without the person.
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Delete an account")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "404", description = "not-found")
  @APIResponse(responseCode = "409", description = "last-admin")
  public Response delete(@PathParam("id") String id) {
    accounts.delete(uuid(id), by());
    return Response.noContent().build();
  }

  /// `POST /api/auth/accounts/{id}/recovery`: makes a link by which the owner, once and within 24
  /// hours, chooses a password. Earlier links of the account end; the password stays until then.
  @POST
  @Path("/{id}/recovery")
  @Operation(summary = "Make a link to set a password")
  @APIResponse(responseCode = "201", description = "The link, shown in this answer only")
  @APIResponse(responseCode = "404", description = "not-found")
  public Response offerRecovery(@PathParam("id") String id) {
    RecoveryLinks.Made made = recovery.offer(uuid(id), caller.accountId(), requester.requestId());
    String url = house.publicUrl() + "/recover#" + made.token();
    return Response.status(Response.Status.CREATED)
        .entity(new Recovery(url, made.expiresAt()))
        .build();
  }

  private Accounts.By by() {
    return new Accounts.By(caller.accountId().toString(), requester.requestId());
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noId) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
  }

  /// @param url holds what opens the account: for its owner's eyes
  record Recovery(String url, Instant expiresAt) {
    @Override
    public String toString() {
      return "Recovery[" + expiresAt + "]";
    }
  }

  /// The body of PATCH; what is absent stays.
  record ChangeRequest(Role role, Boolean disabled) {}

  /// @param password random, shown once; absent when the Admin chose one
  record Created(AccountView account, @JsonInclude(JsonInclude.Include.NON_NULL) String password) {
    @Override
    public String toString() {
      return "Created[" + account.id() + "]";
    }
  }
}
