package org.billetterie.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.billetterie.auth.Requester;
import org.billetterie.auth.account.Account;
import org.billetterie.auth.account.AccountFields;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.account.AccountView;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.register.FirstPassword;
import org.billetterie.auth.register.NewAccounts;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// `POST /internal/admin/…`: how an operator gets back in. For [AdminCommand] on the same machine;
/// the hop secret is asked for before any `/internal` route.
@Path("/internal/admin")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class MachineResource {
  private final Accounts accounts;
  private final NewAccounts newAccounts;
  private final AccountStore store;
  private final Database database;
  private final Passwords passwords;
  private final Requester requester;

  MachineResource(
      Accounts accounts,
      NewAccounts newAccounts,
      AccountStore store,
      Database database,
      Passwords passwords,
      Requester requester) {
    this.accounts = accounts;
    this.newAccounts = newAccounts;
    this.store = store;
    this.database = database;
    this.passwords = passwords;
    this.requester = requester;
  }

  /// Makes an Admin with a random password.
  @POST
  @Path("/create")
  @Operation(hidden = true)
  public Done create(@NotNull @Valid Subject subject) {
    AccountFields fields = new AccountFields();
    Email email = fields.email(subject.email());
    fields.orThrow();
    String password = passwords.random();
    Account account =
        newAccounts.add(
            email,
            "Admin",
            "fr",
            Role.ADMIN,
            FirstPassword.random(password),
            requester.requestId());
    return new Done(AccountView.of(account), password);
  }

  /// Gives the account a random password and ends all its sessions.
  @POST
  @Path("/reset-password")
  @Operation(hidden = true)
  public Done resetPassword(@NotNull @Valid Subject subject) {
    Account account = find(subject);
    String password = passwords.random();
    String hash = passwords.hash(password);
    return new Done(
        AccountView.of(accounts.resetPassword(account.id(), hash, machine())), password);
  }

  /// Makes the account an Admin, and enables it if it was disabled.
  @POST
  @Path("/promote")
  @Operation(hidden = true)
  public Done promote(@NotNull @Valid Subject subject) {
    Account promoted = accounts.change(find(subject).id(), Role.ADMIN, false, machine());
    return new Done(AccountView.of(promoted), null);
  }

  private Account find(Subject subject) {
    return database
        .read(handle -> store.findByEmail(handle, subject.email()))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  private Accounts.By machine() {
    return new Accounts.By("machine", requester.requestId());
  }

  /// @param email of the account, in any case
  record Subject(@NotNull String email) {}

  /// @param password shown once; absent when none was made
  record Done(AccountView account, @JsonInclude(JsonInclude.Include.NON_NULL) String password) {
    @Override
    public String toString() {
      return "Done[" + account.id() + "]";
    }
  }
}
