package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What `TRUSTED_PROXY` says of a request's way is believed, and from nobody else.
@ExtendWith(OtherStack.class)
class TrustedProxyTest {
  private static final String VISITOR = "203.0.113.7";
  private static final Duration LOGGED_WITHIN = Duration.ofSeconds(30);

  @Test
  void isBelievedWhoAsks(Stack stack) {
    assertThat(clientOf(stack, new Raw(stack.url(), OtherStack.TRUSTED))).isEqualTo(VISITOR);
    assertThat(clientOf(stack, new Raw(stack.url(), "127.0.0.67"))).isEqualTo("127.0.0.67");
  }

  /// A name that the house does not answer to is refused from the proxy, and ignored from others.
  @Test
  void isBelievedWhichNameWasAskedFor(Stack stack) {
    String host = "X-Forwarded-Host: elsewhere.example";
    Raw proxy = new Raw(stack.url(), OtherStack.TRUSTED);

    assertThat(proxy.send("GET", "/api/events", null, host).status()).isEqualTo(421);
    assertThat(proxy.send("GET", "/api/events", null).status()).isEqualTo(200);
    assertThat(new Raw(stack.url(), "127.0.0.67").send("GET", "/api/events", null, host).status())
        .isEqualTo(200);
  }

  private static String clientOf(Stack stack, Raw raw) {
    String forwarded = "X-Forwarded-For: 198.51.100.1, " + VISITOR;
    String id =
        raw.send("GET", "/api/orders", null, forwarded).header("X-Request-Id").orElseThrow();
    JsonNode line =
        Until.present(
            id + " is logged",
            LOGGED_WITHIN,
            () -> {
              List<JsonNode> lines = new Logs(stack, Part.LB).of(id);
              return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
            });
    return line.path("client").asText();
  }
}
