package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who sends too slowly is cut off, and nobody else notices.
@ExtendWith(SharedStack.class)
class SlowClientsTest {
  private static final Duration CUT_WITHIN = Duration.ofSeconds(15);
  private static final int EACH = 20;

  @Test
  void areCutOff(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.4");
    String host = "Host: " + stack.url().getAuthority() + "\r\n";
    String head = "GET /api/events HTTP/1.1\r\n" + host;
    String body =
        "POST /api/auth/login HTTP/1.1\r\n"
            + host
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"email\":";
    String image =
        "POST /api/images?for=cover HTTP/1.1\r\n"
            + host
            + "Content-Type: image/png\r\nContent-Length: 4000000\r\n\r\n\u0089PNG";
    List<Callable<Duration>> clients = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      for (String start : List.of("", "GET /api/ev", head, body, image)) {
        clients.add(() -> cutAfter(raw, start));
      }
    }
    clients.add(() -> {
      for (int i = 0; i < 20; i++) {
        new Api(stack.url()).get("/api/events?limit=1").expect(200);
      }
      return Duration.ZERO;
    });

    assertThat(Crowd.atOnce(clients)).allSatisfy(after -> assertThat(after).isLessThan(CUT_WITHIN));
  }

  /// Sends the beginning of a request and nothing more.
  private static Duration cutAfter(Raw raw, String start) throws IOException {
    try (Socket socket = raw.open()) {
      socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      long since = System.nanoTime();
      try {
        byte[] answer = socket.getInputStream().readAllBytes();
        assertThat(new String(answer, StandardCharsets.UTF_8)).doesNotContain(" 200 ");
      } catch (SocketException reset) {
        // Cut off without a word, which is as good.
      }
      return Duration.ofNanos(System.nanoTime() - since);
    }
  }
}
