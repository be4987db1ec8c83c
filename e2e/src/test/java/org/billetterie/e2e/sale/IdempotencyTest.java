package org.billetterie.e2e.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.history.Sales;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class IdempotencyTest {
  private static final int TIMES = 50;

  @Test
  void theSameKeyFiftyTimesAtOnceAndOneAfterAnotherIsOneSale(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("Une seule fois", 200, 0);
    Buyer buyer = people.buyers(1).getFirst();
    String key = Buyer.newKey();

    Callable<Answer> order = () -> buyer.order(show.id(), show.type(0), 2, key);
    List<Answer> answers = Crowd.atOnce(IntStream.range(0, TIMES).mapToObj(i -> order).toList());
    for (int i = 0; i < TIMES; i++) {
      assertSame(buyer.order(show.id(), show.type(0), 2, key), answers.getFirst());
    }

    answers.forEach(answer -> assertSame(answer, answers.getFirst()));
    Sales sales = Sales.read(stack.webdDatabase());
    assertThat(sales.ordersOf(show.id())).hasSize(1);
    assertThat(sales.admitting(show.id())).isEqualTo(2);
  }

  @Test
  void theSamePaymentKeyFiftyTimesAtOnceIsOnePayment(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("Payé une fois", 10, 900);
    Buyer buyer = people.buyers(1).getFirst();
    String order = buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201).text("/id");
    String key = Buyer.newKey();

    Callable<Answer> pay = () -> buyer.pay(order, key);
    List<Answer> answers = Crowd.atOnce(IntStream.range(0, TIMES).mapToObj(i -> pay).toList());

    assertThat(answers.stream().map(Answer::status).collect(Collectors.toSet()))
        .isEqualTo(Set.of(200));
    assertThat(answers.stream().map(Answer::body).collect(Collectors.toSet())).hasSize(1);
    assertThat(Sales.read(stack.webdDatabase()).admitting(show.id())).isEqualTo(1);
    buyer.pay(order, Buyer.newKey()).expect(409, "order-not-payable");
  }

  @Test
  void theSameKeyWithAnotherOrderIsRefused(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("Autre demande", 10, 0, 0);
    Buyer buyer = people.buyers(1).getFirst();
    String key = Buyer.newKey();
    buyer.order(show.id(), show.type(0), 1, key).expect(201);
    buyer.order(show.id(), show.type(0), 2, key).expect(422, "idempotency-mismatch");
    buyer.order(show.id(), show.type(1), 1, key).expect(422, "idempotency-mismatch");
    assertThat(Sales.read(stack.webdDatabase()).admitting(show.id())).isEqualTo(1);
  }

  @Test
  void twoBuyersWithTheSameKeyGetTwoOrders(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("Même clé", 10, 0);
    String key = Buyer.newKey();
    List<String> orders =
        people.buyers(2).stream()
            .map(buyer -> buyer.order(show.id(), show.type(0), 1, key).expect(201).text("/id"))
            .toList();
    assertThat(orders).doesNotHaveDuplicates();
  }

  @Test
  void anOrderWithoutAKeyIsRefused(Stack stack) {
    People people = new People(stack);
    Show show = people.organizer().publish("Sans clé", 10, 0);
    Object lines = Map.of("lines", List.of(Map.of("ticketTypeId", show.type(0), "quantity", 1)));
    people
        .buyers(1)
        .getFirst()
        .api()
        .post(show.path() + "/orders", lines)
        .expect(400, "idempotency-key-missing");
    assertThat(Sales.read(stack.webdDatabase()).ordersOf(show.id())).isEmpty();
  }

  private static void assertSame(Answer answer, Answer first) {
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(first.body());
    assertThat(answer.header("location")).isNotEmpty().isEqualTo(first.header("location"));
  }
}
