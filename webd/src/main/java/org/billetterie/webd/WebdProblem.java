package org.billetterie.webd;

import org.billetterie.kit.problem.ProblemType;

/// The refusals that only webd knows. Each has its texts in `messages/webd_*.properties` and its
/// row in docs/problems.md.
public enum WebdProblem implements ProblemType {
  IDEMPOTENCY_KEY_MISSING(400),
  PAYMENT_DECLINED(402),
  SOLD_OUT(409),
  LIMIT_EXCEEDED(409),
  TOO_MANY_HOLDS(409),
  SALE_NOT_OPEN(409),
  SALE_ENDED(409),
  EVENT_CANCELED(409),
  EVENT_OVER(409),
  ORDER_NOT_PAYABLE(409),
  ORDER_NOT_PENDING(409),
  PAYMENT_NOT_CONFIGURED(409),
  CAPACITY_BELOW_TAKEN(409),
  IN_USE(409),
  EVENT_HAS_ORDERS(409),
  TOO_MANY_IMAGES(409),
  IN_FLIGHT(409),
  ORDER_EXPIRED(410),
  VERSION_MISMATCH(412),
  IDEMPOTENCY_MISMATCH(422),
  NOT_A_TEST_CARD(422),
  NOT_AN_IMAGE(422),
  PRECONDITION_REQUIRED(428),
  ACCOUNTS_FEED_STALE(503);

  private final int status;

  WebdProblem(int status) {
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
    return "messages/webd";
  }
}
