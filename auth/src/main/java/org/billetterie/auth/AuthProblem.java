package org.billetterie.auth;

import org.billetterie.kit.problem.ProblemType;

/// The problems that only auth answers.
public enum AuthProblem implements ProblemType {
  BAD_CREDENTIALS(401),
  ACCOUNT_DISABLED(401),
  SIGN_IN_CLOSED(403),
  EMAIL_TAKEN(409),
  LAST_ADMIN(409),
  RECOVERY_LINK_ENDED(410);

  private final int status;

  AuthProblem(int status) {
    this.status = status;
  }

  @Override
  public String slug() {
    return ProblemType.slugOf(this);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String bundle() {
    return "messages/auth";
  }
}
