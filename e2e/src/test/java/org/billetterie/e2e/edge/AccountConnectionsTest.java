package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A credential as long as real ones are, which nginx by itself does not count: it holds as many
/// requests at the same time as LIMIT_ACCOUNT_CONNECTIONS says, and no more. Held is a request
/// whose body comes a byte at a time; what it would be answered is not waited for.
@ExtendWith(SharedStack.class)
class AccountConnectionsTest {
  private static final int LIMIT = 100;
  private static final int AT_ONCE = 50;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MINE = "Bearer " + "a".repeat(700);
  private static final String ANOTHER = "Bearer " + "a".repeat(699) + "b";

  @Test
  void oneAccountHoldsNoMoreRequestsThanTheLimit(Stack stack) throws IOException {
    Raw door = new Raw(stack.url(), "127.0.0.14");
    try (Held held = new Held(door, stack.url().getAuthority())) {
      held.grow(AT_ONCE);
      assertThat(status(door, MINE)).as("%d at once", AT_ONCE).isEqualTo(401);

      held.grow(LIMIT);
      Until.holds(
          "one more is refused",
          SOON,
          () -> {
            held.feed();
            return status(door, MINE) == 429;
          });
      assertThat(status(door, ANOTHER)).as("another account meanwhile").isEqualTo(401);
    }
    Until.holds("all is as before", SOON, () -> status(door, MINE) == 401);
  }

  private static int status(Raw door, String credential) {
    return door.send("GET", "/api/orders", null, "Authorization: " + credential).status();
  }

  /// Requests that are on their way and stay there. The door cuts off who sends nothing for 10 s.
  private static final class Held implements AutoCloseable {
    private final Raw door;
    private final String host;
    private final List<Socket> sockets = new ArrayList<>();

    Held(Raw door, String host) {
      this.door = door;
      this.host = host;
    }

    void grow(int number) throws IOException {
      while (sockets.size() < number) {
        sockets.add(begun());
      }
    }

    /// One byte each; whoever was cut off begins again.
    void feed() {
      sockets.replaceAll(socket -> {
        try {
          socket.getOutputStream().write(' ');
          return socket;
        } catch (IOException cutOff) {
          return again(socket);
        }
      });
    }

    private Socket again(Socket cutOff) {
      try {
        cutOff.close();
        return begun();
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }

    private Socket begun() throws IOException {
      Socket socket = door.open();
      String head =
          ("POST /api/orders HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 60000\r\nAuthorization: %s\r\n\r\n")
              .formatted(host, MINE);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return socket;
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
