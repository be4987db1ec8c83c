package org.billetterie.webd.payment;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;

/// The test provider. It knows two published numbers and refuses every other one, so that nobody
/// types a real card here; no number is stored.
public final class TestCard {
  public static final String METHOD = "test-card";

  private static final String ACCEPTED = "4242424242424242";
  private static final String DECLINED = "4000000000000002";

  private TestCard() {}

  /// Whether the payment goes through.
  ///
  /// @throws Problem 422 for any other number, or an expiry that has passed
  public static boolean accepts(PaymentRequest.Card card, Instant now) {
    String number = card.digits();
    if (!ACCEPTED.equals(number) && !DECLINED.equals(number)) {
      throw Problem.of(WebdProblem.NOT_A_TEST_CARD).and("/card/number", "test-card");
    }
    YearMonth expiry =
        YearMonth.of(
            2000 + Integer.parseInt(card.expiry().substring(3)),
            Integer.parseInt(card.expiry().substring(0, 2)));
    if (expiry.isBefore(YearMonth.from(now.atOffset(ZoneOffset.UTC)))) {
      throw Problem.field("/card/expiry", "past");
    }
    return ACCEPTED.equals(number);
  }
}
