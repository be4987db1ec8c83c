package org.billetterie.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.junit.jupiter.api.Test;

/// The checker finds what it is there to find: one sale by hand, then one lie at a time.
class HistoryCheckTest {
  private static final Buyer BUYER = new Buyer("anna", null);
  private static final History.Attempt ATTEMPT =
      new History.Attempt(BUYER, "e", Map.of("t", 1), "key");
  private static final String BODY = "{\"id\":\"o1\",\"tickets\":[{\"id\":\"t1\"}]}";
  private static final Sales.Quota QUOTA = new Sales.Quota("e", "e", 1, 0, 1);
  private static final Sales.Order ORDER = new Sales.Order("o1", "e", "anna", "PAID", 1);
  private static final Sales.Ticket TICKET = new Sales.Ticket("t1", "e", "o1", "anna", "VALID");
  private static final Sales.Kept KEPT = new Sales.Kept("e", "anna", "key", 201, BODY);

  @Test
  void aHonestSaleHasNoFindings() {
    assertThat(HistoryCheck.findings(told(201, BODY), sales(QUOTA, ORDER, TICKET))).isEmpty();
  }

  @Test
  void moreTakenThanThereIs() {
    assertFound("I1", told(201, BODY), sales(new Sales.Quota("e", "e", 0, 0, 1), ORDER, TICKET));
  }

  @Test
  void anAcknowledgedTicketIsLost() {
    Sales lost = new Sales(List.of(QUOTA), Map.of("o1", ORDER), Map.of(), kept());
    assertFound("I2 acknowledged ticket", told(201, BODY), lost);
  }

  @Test
  void anAcknowledgedTicketIsAnothers() {
    Sales.Ticket stolen = new Sales.Ticket("t1", "e", "o1", "bob", "VALID");
    assertFound("I2 ticket is another's", told(201, BODY), sales(QUOTA, ORDER, stolen));
  }

  @Test
  void anAcknowledgedTicketDoesNotAdmit() {
    Sales.Ticket revoked = new Sales.Ticket("t1", "e", "o1", "anna", "REVOKED");
    assertFound("I2 ticket and order disagree", told(201, BODY), sales(QUOTA, ORDER, revoked));
  }

  @Test
  void aRefusedBuyerHasATicketAllTheSame() {
    assertFound("I3", told(409, ""), sales(QUOTA, ORDER, TICKET));
  }

  @Test
  void anUnknownOutcomeMayHaveATicket() {
    assertThat(HistoryCheck.findings(told(502, ""), sales(QUOTA, ORDER, TICKET))).isEmpty();
  }

  @Test
  void theCounterIsWrong() {
    assertFound("I4", told(201, BODY), sales(new Sales.Quota("e", "e", 5, 1, 1), ORDER, TICKET));
  }

  @Test
  void theSameKeyGotOtherBytes() {
    History history = told(201, BODY);
    history.write(ATTEMPT, () -> answer(201, BODY + " "));
    assertFound("I5", history, sales(QUOTA, ORDER, TICKET));
  }

  private static void assertFound(String finding, History history, Sales sales) {
    assertThat(HistoryCheck.findings(history, sales)).anyMatch(found -> found.startsWith(finding));
  }

  private static History told(int status, String body) {
    History history = new History();
    history.write(ATTEMPT, () -> answer(status, body));
    return history;
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), body);
  }

  private static Sales sales(Sales.Quota quota, Sales.Order order, Sales.Ticket ticket) {
    return new Sales(List.of(quota), Map.of("o1", order), Map.of("t1", ticket), kept());
  }

  private static Map<String, Sales.Kept> kept() {
    return Map.of("anna key", KEPT);
  }
}
