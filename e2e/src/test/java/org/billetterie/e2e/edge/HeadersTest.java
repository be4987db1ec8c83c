package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.access.Routes;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The security headers on every kind of response. Those of 429 are looked at in [OfficeTest],
/// those of 503 in [RestartTest], those over TLS in [TlsTest].
@ExtendWith(SharedStack.class)
class HeadersTest {
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

  @Test
  void areOnEveryStatus(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    Map<String, Integer> expected = new LinkedHashMap<>();
    expected.put("GET /api/events", 200);
    expected.put("GET /api/auth/status", 200);
    expected.put("GET /api/orders", 401);
    expected.put("GET /api/auth/me", 401);
    expected.put("GET /api/nothing", 404);
    expected.put("GET /api/auth/nothing", 404);
    expected.put("GET /api/events/nothing", 404);
    expected.put("GET /health/live", 404);
    expected.put("DELETE /api/auth/jwks.json", 405);
    expected.put("TRACE /", 405);
    expected.put("TRACE /api/events", 405);
    expected.put("OPTIONS /api/events", 200);
    expected.put("POST /api/auth/register", 415);
    expected.put("GET /api/events?limit=0", 422);
    expected.put("GET /%zz", 400);
    expected.put("GET /api/%zz", 400);
    expected.forEach((request, status) -> {
      String[] words = request.split(" ");
      String body = "POST".equals(words[0]) ? "x" : null;
      Raw.Response response = raw.send(words[0], words[1], body, "Content-Type: text/plain");
      assertThat(response.status()).as(request).isEqualTo(status);
      SecurityHeaders.check(request, response, false);
    });
  }

  @Test
  void areOnWhatTheDoorRefuses(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    String tooLarge = "{\"email\":\"" + "x".repeat(70_000) + "\"}";
    Map<String, Raw.Response> responses = new LinkedHashMap<>();
    responses.put("413", raw.send("POST", "/api/auth/login", tooLarge));
    responses.put("421", raw.send("GET", "/api/events", null, "Host: elsewhere.example"));
    responses.put("421 page", raw.send("GET", "/", null, "Host: elsewhere.example"));
    responses.put("400 head", raw.send("GET", "/api/events", null, "Cookie: " + "x".repeat(9000)));
    responses.put("400 line", raw.exchange("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    responses.forEach((name, response) -> {
      assertThat(response.status()).as(name).isEqualTo(Integer.parseInt(name.substring(0, 3)));
      SecurityHeaders.check(name, response, false);
    });
  }

  @Test
  void areOnPagesAndTheirFiles(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    Raw.Response page = raw.send("GET", "/", null);
    Map<String, Integer> expected = new LinkedHashMap<>();
    Matcher files = FILE.matcher(page.body());
    while (files.find()) {
      expected.put(files.group(1), 200);
    }
    assertThat(expected).as("files of the page").hasSizeGreaterThan(1);
    expected.put("/robots.txt", 200);
    expected.put("/errors.css", 200);
    expected.put("/assets/nothing.js", 404);
    SecurityHeaders.check("/", page, false);
    expected.forEach((path, status) -> {
      Raw.Response response = raw.send("GET", path, null);
      assertThat(response.status()).as(path).isEqualTo(status);
      SecurityHeaders.check(path, response, false);
    });
  }

  /// What is somebody's own is kept nowhere on the way.
  @Test
  void privateAnswersAreNotStored(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    for (String path : new String[] {"/api/auth/me", "/api/orders", "/api/tickets"}) {
      assertThat(raw.send("GET", path, null).header("Cache-Control")).as(path).hasValue("no-store");
    }
    assertThat(Routes.DOCUMENTS)
        .allSatisfy(path -> assertThat(raw.send("GET", path, null).status()).isEqualTo(200));
  }
}
