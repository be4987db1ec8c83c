package org.billetterie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Canaries;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs last, over everything that the shared stack has logged until then.
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedStack.class)
class SecretsTest {

  @Test
  void noPasswordTokenCookieOrCardNumberIsInAnyLog(Stack stack) {
    People people = new People(stack);
    tellSecretsWhereTheyDoNotBelong(stack, people);
    String last = people.door().get("/api/orders").requestId();
    Until.holds(
        "the last request is logged",
        java.time.Duration.ofSeconds(30),
        () ->
            !new Logs(stack, Part.WEBD).of(last).isEmpty()
                && !new Logs(stack, Part.LB).of(last).isEmpty());
    stack.canaries().assertAbsent(stack.logs());
    stack.canaries().assertAbsent(stack.logs().resolveSibling("up.out"));
  }

  @Test
  void whatAUserTypesCannotForgeALogLine(Stack stack) {
    People people = new People(stack);
    String forged = "x\r\n{\"level\":\"error\",\"message\":\"forged\"}\u001b[31m";
    people
        .door()
        .post("/api/auth/register", Map.of("email", forged, "password", forged, "name", forged))
        .expect(422);
    people
        .door()
        .get(
            "/api/events?q=%0d%0a%7b%22forged%22%3a1%7d",
            "X-Request-Id", "forged id", "User-Agent", "{\"forged\":1}");
    for (Part part : List.of(Part.LB, Part.AUTH, Part.WEBD)) {
      assertThat(new Logs(stack, part).lines())
          .isNotEmpty()
          .allSatisfy(Logs::parse)
          .noneMatch(line -> line.contains("forged"));
    }
  }

  /// Mistakes that people make: a password in the address, a token in the query, a body that is no
  /// JSON, a card number in a title.
  private static void tellSecretsWhereTheyDoNotBelong(Stack stack, People people) {
    String password = stack.canaries().password();
    people
        .door()
        .post("/api/auth/login", "{\"email\":\"a@e2e.example\",\"password\":\"" + password + "\"");
    people.door().post("/api/auth/login", Map.of("email", password, "password", password));
    people.door().get("/api/events?token=" + password);
    people.door().get("/api/orders", "Authorization", "Bearer " + password);
    people.door().get("/api/orders", "Cookie", "billetterie_at=" + password);
    Answer cookies =
        people
            .door()
            .post(
                "/api/auth/login",
                Map.of("email", StackSettings.ADMIN_EMAIL, "password", password),
                "X-Billetterie",
                "1")
            .expect(200);
    for (String cookie : cookies.headers().allValues("set-cookie")) {
      stack.canaries().add(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
    }
    Show show = people.organizer().publish("Secrets", 10, 500);
    Buyer buyer = people.registered("Discret");
    String order = buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201).text("/id");
    buyer.pay(order, Buyer.newKey(), Canaries.DECLINED_CARD).expect(402);
    buyer.pay(order, Buyer.newKey(), stack.canaries().add("4000002500003155")).expect(422);
    buyer.pay(order, Buyer.newKey()).expect(200);
  }
}
