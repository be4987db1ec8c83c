package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every part says of a request: when, which, how it ended and how long it took; of the
/// services also who asked for what.
@ExtendWith(SharedStack.class)
class LogFieldsTest {
  private static final Duration LOGGED_WITHIN = Duration.ofSeconds(30);

  @Test
  void ofThePagesAreInTheLogsOfLbAndTheFrontend(Stack stack) {
    String id =
        new Raw(stack.url(), "127.0.0.8")
            .send("GET", "/sign-in", null)
            .header("X-Request-Id")
            .get();

    assertThat(line(stack, Part.LB, id, 200).path("client").asText()).isEqualTo("127.0.0.8");
    line(stack, Part.FRONTEND, id, 200);
  }

  @Test
  void ofTheServicesNameTheAccountAndTheRoute(Stack stack) {
    Buyer buyer = new Accounts(stack).user();
    Show show = new Accounts(stack).organizer().publish("Au journal", 10, 0);
    String me = buyer.api().get("/api/auth/me").expect(200).requestId();
    String order = buyer.order(show.id(), show.type(0), 1, Buyer.newKey()).expect(201).requestId();

    assertThat(line(stack, Part.AUTH, me, 200).path("route").asText()).isEqualTo("/api/auth/me");
    assertThat(line(stack, Part.WEBD, order, 201).path("route").asText())
        .isEqualTo("/api/events/{id}/orders");
    assertThat(line(stack, Part.AUTH, me, 200).path("accountId").asText())
        .isEqualTo(line(stack, Part.WEBD, order, 201).path("accountId").asText())
        .isEqualTo(buyer.accountId());
    line(stack, Part.LB, order, 201);
  }

  private static JsonNode line(Stack stack, Part part, String requestId, int status) {
    JsonNode line =
        Until.present(
            part + " has logged " + requestId,
            LOGGED_WITHIN,
            () -> {
              List<JsonNode> lines = new Logs(stack, part).of(requestId);
              return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
            });
    assertThat(line.path("time").asText()).as(line.toString()).startsWith("20");
    assertThat(line.path("level").asText()).isEqualTo("info");
    assertThat(line.path("service").asText()).isEqualToIgnoringCase(part.name());
    assertThat(line.path("requestId").asText()).isEqualTo(requestId);
    assertThat(line.path("status").isInt()).isTrue();
    assertThat(line.path("status").asInt()).isEqualTo(status);
    assertThat(line.path("durationMs").isNumber()).isTrue();
    return line;
  }
}
