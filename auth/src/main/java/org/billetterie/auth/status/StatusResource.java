package org.billetterie.auth.status;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.billetterie.auth.AuthProblem;
import org.billetterie.auth.Requester;
import org.billetterie.kit.DemoAccounts;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.ProblemBody;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// `GET /api/auth/status`: whether sign-in is open, and the logins of a demo.
@Path("/api/auth/status")
final class StatusResource {
  private final HouseSettings house;
  private final Requester requester;

  StatusResource(HouseSettings house, Requester requester) {
    this.house = house;
    this.requester = requester;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Whether sign-in is open")
  public Status status() {
    String publicUrl = house.publicUrl().toString();
    String reason = house.signInOpen() ? null : closedBecause(publicUrl);
    return new Status(
        new SignInStatus(house.signInOpen(), reason, publicUrl),
        house.insecureCookies() && !house.https(),
        false,
        house.demo(),
        house.demo() ? DemoAccounts.ALL.stream().map(DemoLogin::of).toList() : List.of());
  }

  private String closedBecause(String publicUrl) {
    Problem closed = Problem.of(AuthProblem.SIGN_IN_CLOSED).with("publicUrl", publicUrl);
    return ProblemBody.of(closed, requester.locale(), requester.requestId()).detail();
  }

  /// @param insecureCookies sessions travel in the clear, because the operator allowed it
  /// @param mail whether mail is sent
  /// @param demoLogins empty except in a demo
  record Status(
      SignInStatus signIn,
      boolean insecureCookies,
      boolean mail,
      boolean demo,
      List<DemoLogin> demoLogins) {}

  /// @param reason why it is closed and what to do, for the person who reads it; null when open
  record SignInStatus(boolean open, String reason, String publicUrl) {}

  record DemoLogin(String email, String password, Role role) {
    static DemoLogin of(DemoAccounts.Login login) {
      return new DemoLogin(login.email(), DemoAccounts.PASSWORD, login.role());
    }
  }
}
