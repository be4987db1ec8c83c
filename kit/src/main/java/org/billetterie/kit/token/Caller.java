package org.billetterie.kit.token;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// Who makes this request.
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /// Empty for an anonymous caller.
  public Optional<AccessToken> find() {
    return Optional.ofNullable(identity.getAttribute(TokenMechanism.TOKEN));
  }

  /// @throws Problem 401 for an anonymous caller
  public AccessToken token() {
    return find().orElseThrow(() -> Problem.of(CommonProblem.UNAUTHENTICATED));
  }

  public UUID accountId() {
    return token().accountId();
  }
}
