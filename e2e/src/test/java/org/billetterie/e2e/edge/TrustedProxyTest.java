package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
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

  @Test
  void isBelievedThatABrowserCameByHttps(Stack stack) {
    String[] byHttps = {
      "X-Forwarded-Proto: https",
      "X-Forwarded-Host: billets.example",
      "Origin: " + OtherStack.PUBLIC_URL
    };
    Raw.Response response = signIn(stack, OtherStack.TRUSTED, byHttps);

    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(response.header("Set-Cookie").orElseThrow())
        .startsWith("__Host-")
        .contains("; Secure");
  }

  /// By http on the machine itself, where browsers take Secure cookies too; not from elsewhere.
  @Test
  void isNotNeededOnTheMachineItself(Stack stack) {
    for (String name : List.of("localhost", "127.0.0.1")) {
      String door = name + ":" + stack.url().getPort();
      Raw.Response response =
          signIn(stack, Raw.LOCALHOST, "Host: " + door, "Origin: http://" + door);
      assertThat(response.status()).as(response.body()).isEqualTo(200);
    }
    for (String origin : List.of("http://billets.example:1", "http://elsewhere.example", "null")) {
      Raw.Response response = signIn(stack, Raw.LOCALHOST, "Origin: " + origin);
      assertThat(response.status()).as(origin).isEqualTo(403);
      assertThat(response.problem()).isEqualTo("csrf");
    }
  }

  private static Raw.Response signIn(Stack stack, String from, String... headers) {
    String login =
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(StackSettings.ADMIN_EMAIL, stack.canaries().password());
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "X-Billetterie: 1";
    Raw.Response response = new Raw(stack.url(), from).send("POST", "/api/auth/login", login, all);
    response
        .header("Set-Cookie")
        .ifPresent(cookie ->
            stack.canaries().add(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'))));
    return response;
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
