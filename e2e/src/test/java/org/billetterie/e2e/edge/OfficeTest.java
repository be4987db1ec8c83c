package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The limits as they are shipped: an office behind one address is not kept from working, and who
/// goes far beyond is told when to come back.
@ExtendWith(SharedStack.class)
class OfficeTest {
  private static final int SIGN_INS = 200;
  private static final Duration SIGN_INS_WITHIN = Duration.ofMinutes(2);
  private static final int REGISTRATIONS = 30;
  private static final int BUYERS = 500;
  private static final int AT_ONCE = 50;
  private static final int RETRY_AFTER_MAX = 60;
  private static final int DESKS = 10;

  @Test
  void signsInTwoHundredAccounts(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Raw office = new Raw(stack.url(), "127.0.0.9");
    List<Callable<Integer>> desks = new ArrayList<>();
    for (int desk = 0; desk < DESKS; desk++) {
      desks.add(() -> {
        int served = 0;
        for (int i = 0; i < SIGN_INS / DESKS; i++) {
          String login = login(accounts.make("User").email(), accounts.password());
          served += office.send("POST", "/api/auth/login", login).status() == 200 ? 1 : 0;
        }
        return served;
      });
    }
    long since = System.nanoTime();

    assertThat(Crowd.atOnce(desks).stream().mapToInt(Integer::intValue).sum()).isEqualTo(SIGN_INS);
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SIGN_INS_WITHIN);
  }

  @Test
  void registersThirtyAMinute(Stack stack) {
    Raw office = new Raw(stack.url(), "127.0.0.9");
    for (int i = 0; i < REGISTRATIONS; i++) {
      String body =
          "{\"email\":\"%s@e2e.example\",\"name\":\"Ana\",\"password\":\"%s\"}"
              .formatted(UUID.randomUUID(), stack.canaries().password());
      Raw.Response response = office.send("POST", "/api/auth/register", body);
      assertThat(response.status()).as("registration %d: %s", i, response).isEqualTo(201);
    }
  }

  @Test
  void buysWithFiveHundredAccountsInTheSameSecond(Stack stack) {
    Show show = new Accounts(stack).organizer().publish("Arbre de Noël", BUYERS, 0);
    List<Buyer> buyers = new People(stack).buyers(BUYERS);
    List<Callable<Answer>> orders = new ArrayList<>();
    buyers.forEach(
        buyer -> orders.add(() -> buyer.order(show.id(), show.type(0), 1, Buyer.newKey())));

    assertThat(Crowd.atOnce(orders))
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(201));
  }

  @Test
  void oneAccountSendsFiftyRequestsAtOnce(Stack stack) {
    Buyer buyer = new Accounts(stack).user();
    List<Callable<Answer>> requests = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      requests.add(() -> buyer.api().get("/api/orders"));
    }

    assertThat(Crowd.atOnce(requests))
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.toString()).isEqualTo(200));
  }

  @Test
  void beyondTheLimitsIsToldWhenToComeBack(Stack stack) {
    assertLimited(new Raw(stack.url(), "127.0.0.10"), "POST", "/api/auth/register", 150);
    assertLimited(new Raw(stack.url(), "127.0.0.11"), "POST", "/api/auth/login", 400);
    assertLimited(new Raw(stack.url(), "127.0.0.12"), "GET", "/api/orders", 1500);
  }

  private static void assertLimited(Raw client, String method, String path, int requests) {
    List<Callable<Raw.Response>> many = new ArrayList<>();
    String body = "POST".equals(method) ? "{}" : null;
    for (int i = 0; i < requests; i++) {
      many.add(() -> client.send(method, path, body, "Authorization: Bearer one-and-the-same"));
    }
    List<Raw.Response> responses = Crowd.atOnce(many);
    List<Raw.Response> limited = responses.stream().filter(each -> each.status() == 429).toList();

    assertThat(limited).as("%d requests to %s", requests, path).isNotEmpty();
    assertThat(responses).allSatisfy(each -> assertThat(each.status()).isIn(401, 422, 429));
    assertThat(limited)
        .allSatisfy(each -> {
          assertThat(each.problem()).isEqualTo("too-many-requests");
          int seconds = Integer.parseInt(each.header("Retry-After").orElseThrow());
          assertThat(seconds).isBetween(1, RETRY_AFTER_MAX);
        });
    SecurityHeaders.check("429 of " + path, limited.getFirst(), false);
  }

  private static String login(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\",\"session\":\"bearer\"}"
        .formatted(email, password);
  }
}
