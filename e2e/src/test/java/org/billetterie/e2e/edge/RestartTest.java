package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A part is gone for a moment: the door says so in the form of what was asked for, and finds the
/// part again by itself.
@ExtendWith(OtherStack.class)
class RestartTest {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  @Test
  void ofWebd(Stack stack) {
    Raw.Response response = whileKilled(stack, Part.WEBD, "/api/events");

    assertThat(response.problem()).isEqualTo("unavailable");
    assertThat(response.json().path("instance").asText())
        .isEqualTo(response.header("X-Request-Id").orElseThrow());
    assertThat(response.header("Cache-Control")).hasValue("no-store");
  }

  /// What webd would have filled in, the script asks for: the page itself is served.
  @Test
  void ofWebdLeavesThePages(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.5");
    stack.hold(Part.WEBD);
    try {
      for (String path : List.of("/", "/events/01900000-0000-7000-8000-000000000000")) {
        Raw.Response page = raw.send("GET", path, null);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.body()).contains("<div id=\"app\">", "/assets/");
      }
    } finally {
      stack.release(Part.WEBD);
      Until.holds(
          "webd answers again",
          SEEN_WITHIN,
          () -> raw.send("GET", "/api/events", null).status() == 200);
    }
  }

  @Test
  void ofAuth(Stack stack) {
    assertThat(whileKilled(stack, Part.AUTH, "/api/auth/status").problem())
        .isEqualTo("unavailable");
  }

  /// The page tries again by itself.
  @Test
  void ofTheFrontend(Stack stack) {
    Raw.Response response = whileKilled(stack, Part.FRONTEND, "/sign-in");

    assertThat(response.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(response.body()).contains("http-equiv=\"refresh\"", "redémarre", "restarting");
  }

  /// Kills until an answer was caught that was given while the part was away.
  private static Raw.Response whileKilled(Stack stack, Part part, String path) {
    Raw raw = new Raw(stack.url(), "127.0.0.5");
    long door = process(stack, "lb");
    Raw.Response caught =
        Until.present(
            "503 for " + path,
            SEEN_WITHIN,
            () -> {
              long killed = kill(stack, part);
              Raw.Response response = raw.send("GET", path, null);
              stack.awaitRestart(part, killed);
              return response.status() == 503 ? Optional.of(response) : Optional.empty();
            });
    Until.holds(
        path + " answers again", SEEN_WITHIN, () -> raw.send("GET", path, null).status() == 200);

    assertThat(Integer.parseInt(caught.header("Retry-After").orElseThrow())).isBetween(1, 60);
    SecurityHeaders.check("503 of " + path, caught, false);
    assertThat(process(stack, "lb")).as("lb was not restarted").isEqualTo(door);
    return caught;
  }

  /// With the workers of an nginx, which outlive it.
  private static long kill(Stack stack, Part part) {
    List<ProcessHandle> workers =
        ProcessHandle.of(process(stack, part.name().toLowerCase(Locale.ROOT)))
            .map(process -> process.descendants().toList())
            .orElse(List.of());
    long killed = stack.kill(part);
    workers.forEach(ProcessHandle::destroyForcibly);
    return killed;
  }

  private static long process(Stack stack, String part) {
    try {
      Path file = stack.logs().resolveSibling("run/" + part + ".pid");
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
