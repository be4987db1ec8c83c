package org.billetterie.auth.session;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.billetterie.auth.AuthProblem;
import org.billetterie.auth.Requester;
import org.billetterie.auth.start.FirstAdminFile;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Csrf;
import org.billetterie.kit.token.TokenCheck;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Signing in, staying so, signing out.
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
final class SessionResource {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final TokenCheck tokens;
  private final FirstAdminFile firstAdmin;
  private final HouseSettings house;
  private final Requester requester;

  SessionResource(
      SignIn signIn,
      Sessions sessions,
      SessionCookies cookies,
      TokenCheck tokens,
      FirstAdminFile firstAdmin,
      HouseSettings house,
      Requester requester) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.tokens = tokens;
    this.firstAdmin = firstAdmin;
    this.house = house;
    this.requester = requester;
  }

  /// `POST /api/auth/login`: opens a session, in cookies unless `session` is `bearer`.
  @POST
  @Path("/login")
  @PermitAll
  @Operation(summary = "Sign in")
  @APIResponse(responseCode = "200", description = "Signed in; a browser has its cookies")
  @APIResponse(
      responseCode = "401",
      description =
          "bad-credentials, alike for an unknown address and a wrong password; or"
              + " account-disabled")
  @APIResponse(
      responseCode = "403",
      description =
          "csrf: the header X-Billetterie: 1 is missing, or the request comes from"
              + " another site; sign-in-closed: PUBLIC_URL is plain http away from localhost")
  @APIResponse(responseCode = "422", description = "invalid-fields")
  @APIResponse(
      responseCode = "503",
      description = "overloaded: too many passwords wait to be checked; see Retry-After")
  public Response login(@NotNull @Valid LoginRequest login, HttpServerRequest request) {
    if (login.wantsCookies()) {
      Csrf.check(request, house);
      if (!house.signInOpen()) {
        throw Problem.of(AuthProblem.SIGN_IN_CLOSED).with("publicUrl", house.publicUrl());
      }
    }
    Session.Kind kind = login.wantsCookies() ? Session.Kind.COOKIE : Session.Kind.BEARER;
    Grant grant = signIn.signIn(login.email(), login.password(), kind);
    firstAdmin.deleteWhenUsedBy(grant.account().email());
    return answer(grant);
  }

  /// `POST /api/auth/refresh`: replaces the refresh token and gives an access token with the role
  /// of now.
  @POST
  @Path("/refresh")
  @PermitAll
  @Operation(summary = "Stay signed in")
  @APIResponse(responseCode = "200", description = "New tokens; the one presented is used up")
  @APIResponse(responseCode = "400", description = "both-credentials: cookie and body at once")
  @APIResponse(
      responseCode = "401",
      description = "unauthenticated: nothing was presented; session-ended: sign in again")
  @APIResponse(responseCode = "403", description = "csrf, for a cookie session")
  public Response refresh(RefreshRequest body, HttpServerRequest request) {
    String presented =
        presented(body, request).orElseThrow(() -> Problem.of(CommonProblem.UNAUTHENTICATED));
    return answer(sessions.refresh(presented, requester.requestId()));
  }

  /// `POST /api/auth/logout`: ends the session of the refresh token, or else of the access token.
  /// Ending it twice is no error.
  @POST
  @Path("/logout")
  @PermitAll
  @Operation(summary = "Sign out")
  @APIResponse(responseCode = "204", description = "The session is over, here at once")
  @APIResponse(responseCode = "401", description = "unauthenticated: nothing was presented")
  @APIResponse(responseCode = "403", description = "csrf, for a cookie session")
  public Response logout(RefreshRequest body, HttpServerRequest request) {
    Optional<String> refreshToken = presented(body, request);
    if (refreshToken.isPresent()) {
      sessions.endByToken(refreshToken.get(), requester.requestId());
    } else {
      sessions.end(tokens.check(accessToken(request)).sessionId(), requester.requestId());
    }
    return with(cookies.none(), Response.noContent());
  }

  private Response answer(Grant grant) {
    boolean cookie = grant.kind() == Session.Kind.COOKIE;
    return with(cookie ? cookies.of(grant) : List.of(), Response.ok(SessionView.of(grant)));
  }

  private static Response with(List<String> cookies, Response.ResponseBuilder answer) {
    cookies.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
    return answer.build();
  }

  private Optional<String> presented(RefreshRequest body, HttpServerRequest request) {
    Optional<String> inBody = Optional.ofNullable(body).map(RefreshRequest::refreshToken);
    Optional<String> inCookie = cookies.refresh(request);
    if (inBody.isPresent() && inCookie.isPresent()) {
      throw Problem.of(CommonProblem.BOTH_CREDENTIALS);
    }
    if (inCookie.isPresent()) {
      Csrf.check(request, house);
    }
    return inBody.or(() -> inCookie);
  }

  private String accessToken(HttpServerRequest request) {
    Optional<String> cookie = cookies.access(request);
    String header = request.getHeader("Authorization");
    if (header != null && cookie.isPresent()) {
      throw Problem.of(CommonProblem.BOTH_CREDENTIALS);
    }
    if (cookie.isPresent()) {
      Csrf.check(request, house);
      return cookie.get();
    }
    if (header == null || !header.startsWith("Bearer ")) {
      throw Problem.of(CommonProblem.UNAUTHENTICATED);
    }
    return header.substring("Bearer ".length()).strip();
  }
}
