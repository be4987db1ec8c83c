package org.billetterie.kit.problem;

/// The problems that any route of either service can answer.
public enum CommonProblem implements ProblemType {
  MALFORMED(400),
  BOTH_CREDENTIALS(400),
  UNAUTHENTICATED(401),
  SESSION_ENDED(401),
  FORBIDDEN(403),
  CSRF(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  PAYLOAD_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  MISDIRECTED(421),
  INVALID_FIELDS(422),
  TOO_MANY_REQUESTS(429),
  INTERNAL(500),
  UNAVAILABLE(503),
  OVERLOADED(503),
  OUTCOME_UNKNOWN(503),
  STORAGE_FULL(503);

  private final int status;

  CommonProblem(int status) {
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
    return "messages/common";
  }
}
