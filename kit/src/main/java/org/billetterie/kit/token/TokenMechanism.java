package org.billetterie.kit.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.http.RequestLog;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// Reads who calls from the `Authorization: Bearer` header or from the access cookie, never both.
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {
  /// Attribute of the identity that holds its [AccessToken].
  public static final String TOKEN = "billetterie.token";

  private static final String BEARER = "Bearer ";

  private final TokenCheck tokens;
  private final HouseSettings house;
  private final String cookieName;

  TokenMechanism(TokenCheck tokens, HouseSettings house) {
    this.tokens = tokens;
    this.house = house;
    this.cookieName = CookieNames.of(house).access();
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager ignored) {
    try {
      AccessToken token = token(context.request());
      if (token == null) {
        return Uni.createFrom().nullItem();
      }
      RequestLog.noteAccount(context, token.accountId());
      return Uni.createFrom().item(identity(token));
    } catch (Problem problem) {
      return Uni.createFrom().failure(new AuthenticationFailedException(problem));
    }
  }

  private AccessToken token(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    Cookie cookie = request.getCookie(cookieName);
    if (header != null && cookie != null) {
      throw Problem.of(CommonProblem.BOTH_CREDENTIALS);
    }
    if (header != null) {
      if (!header.startsWith(BEARER)) {
        throw Problem.of(CommonProblem.UNAUTHENTICATED);
      }
      return tokens.check(header.substring(BEARER.length()).strip());
    }
    if (cookie == null || cookie.getValue().isEmpty()) {
      return null;
    }
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      Csrf.check(request, house);
    }
    return tokens.check(cookie.getValue());
  }

  private static SecurityIdentity identity(AccessToken token) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(token.accountId().toString()))
        .addRole(token.role().wire())
        .addAttribute(TOKEN, token)
        .build();
  }

  /// Never a `WWW-Authenticate` that makes a browser ask for a password.
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401));
  }
}
