package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the door lets in, and whom it believes.
@ExtendWith(SharedStack.class)
class DoorTest {
  private static final int BROKEN = 300;
  private static final Duration LOGGED_WITHIN = Duration.ofSeconds(30);

  @Test
  void theInsideDoesNotExistOutside(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    List<String> paths =
        List.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/metrics/",
            "/internal",
            "/internal/accounts?after=0",
            "/internal/admin/promote",
            "/%69nternal/accounts",
            "/api/../internal/accounts",
            "//internal/accounts",
            "/api/internal/accounts",
            "/api/auth/../../internal/accounts",
            "/api/auth/%2e%2e/%2e%2e/metrics");
    for (String path : paths) {
      for (String method : List.of("GET", "POST")) {
        Raw.Response response = raw.send(method, path, "POST".equals(method) ? "{}" : null);
        assertThat(response.status()).as(method + " " + path).isIn(404, 405);
        assertThat(response.body()).as(path).doesNotContain("UP", "seq", "process_cpu");
      }
    }
    // What looks like a page is the frame of the pages of this house, and nothing else.
    String page = raw.send("GET", "/index.html", null).body();
    for (String path : List.of("/q/dev", "/.git/config", "/actuator", "/.env", "/assets/")) {
      Raw.Response response = raw.send("GET", path, null);
      assertThat(response.status() == 404 || response.body().equals(page)).as(path).isTrue();
    }
    Answer direct = new Api(stack.webdUrl()).get("/internal/accounts");
    assertThat(direct.status()).as("without the hop secret").isEqualTo(404);
  }

  @Test
  void aForeignNameIsSentToTheRightOne(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    for (String host : List.of("elsewhere.example", "localhost:1", "localhost", "127.0.0.1", "")) {
      Raw.Response api = raw.send("GET", "/api/events", null, "Host: " + host);
      Raw.Response page = raw.send("GET", "/", null, "Host: " + host);
      if (host.isEmpty()) {
        assertThat(api.status()).isIn(400, 421);
        continue;
      }
      assertThat(api.status()).as(host).isEqualTo(421);
      assertThat(api.problem()).isEqualTo("misdirected");
      assertThat(api.json().path("detail").asText())
          .contains(stack.url().toString(), "PUBLIC_URL", "--lan");
      assertThat(page.status()).as(host).isEqualTo(421);
      assertThat(page.body()).contains(stack.url().toString(), "PUBLIC_URL", "--lan");
    }
    String port = ":" + stack.url().getPort();
    for (String host : List.of("localhost" + port, "127.0.0.1" + port)) {
      assertThat(raw.send("GET", "/api/events", null, "Host: " + host).status()).isEqualTo(200);
    }
  }

  /// The request line may name a host too; it must be one of ours as well.
  @Test
  void anAbsoluteAddressCannotNameAnotherHouse(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");

    assertThat(raw.send("GET", "http://elsewhere.example/api/events", null).status())
        .isEqualTo(421);
    assertThat(raw.send("GET", stack.url() + "/api/events", null).status()).isEqualTo(200);
  }

  @Test
  void whatAClientSaysOfItsWayIsNotBelieved(Stack stack) {
    String spoofed = "203.0.113.7";
    Raw raw = new Raw(stack.url(), "127.0.0.3");
    Raw.Response response =
        raw.send(
            "GET",
            "/api/orders",
            null,
            "X-Request-Id: spoofed-request-id-0001",
            "X-Forwarded-For: " + spoofed,
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: elsewhere.example",
            "X-Real-IP: " + spoofed,
            "Forwarded: for=" + spoofed + ";host=elsewhere.example;proto=https",
            "X-User-Id: 01900000-0000-7000-8000-000000000000",
            "X-User-Role: Admin",
            "X-Hop-Secret: " + "0".repeat(64),
            "X-HTTP-Method-Override: DELETE");
    String id = response.header("X-Request-Id").orElseThrow();

    assertThat(response.status()).isEqualTo(401);
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(response.json().path("instance").asText()).isEqualTo(id);
    JsonNode door = logged(stack, Part.LB, id);
    assertThat(door.path("client").asText()).isEqualTo("127.0.0.3");
    assertThat(door.path("method").asText()).isEqualTo("GET");
    assertThat(logged(stack, Part.WEBD, id).path("status").asText()).isEqualTo("401");
    assertThat(new Logs(stack, Part.LB).lines()).noneMatch(line -> line.contains(spoofed));
    assertThat(new Logs(stack, Part.WEBD).lines()).noneMatch(line -> line.contains("spoofed"));
  }

  /// Links are made of PUBLIC_URL or are paths: nothing of the request gets into them.
  @Test
  void linksDoNotFollowTheRequest(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    String[] spoofed = {"X-Forwarded-Host", "elsewhere.example", "X-Forwarded-Proto", "https"};
    Map<String, String> account =
        Map.of(
            "email", "lien." + System.nanoTime() + "@e2e.example", "name", "Ana", "role", "User");
    Answer made = admin.post("/api/auth/accounts", account, spoofed).expect(201);

    assertThat(made.header("location")).isEqualTo("/api/auth/accounts/" + made.text("/account/id"));
    Answer status = admin.get("/api/auth/status", spoofed).expect(200);
    assertThat(status.text("/signIn/publicUrl")).isEqualTo(stack.url().toString());
  }

  @Test
  void traceIsRefused(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    Raw.Response api = raw.send("TRACE", "/api/events", null, "X-Secret: in-the-request");

    assertThat(api.status()).isEqualTo(405);
    assertThat(api.problem()).isEqualTo("method-not-allowed");
    assertThat(api.body()).doesNotContain("in-the-request");
    assertThat(raw.send("TRACE", "/", null).status()).isEqualTo(405);
  }

  @Test
  void aBodyOfMoreThan64KilobytesIsRefused(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.2");
    for (String path : List.of("/api/auth/login", "/api/events", "/api/orders/x/payment")) {
      Raw.Response response = raw.send("POST", path, "{\"x\":\"" + "y".repeat(65_536) + "\"}");
      assertThat(response.status()).as(path).isEqualTo(413);
      assertThat(response.problem()).isEqualTo("payload-too-large");
    }
  }

  /// A part closes its connection after what is no HTTP: nobody else's request may be on it.
  @Test
  void whatOneClientBreaksFailsNobodyElse(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.0.6");
    Map<String, String> good =
        Map.of("/api/auth/logout", "{\"refreshToken\":\"x\"}", "/api/events", "{}");
    List<Callable<Boolean>> lanes = new ArrayList<>();
    good.forEach((path, body) -> {
      lanes.add(() -> {
        for (int i = 0; i < BROKEN; i++) {
          String read = "/api/events".equals(path) ? path : "/api/auth/status";
          raw.send("GET", read, null, "Accept-Language: \u0001");
        }
        return true;
      });
      lanes.add(() -> {
        for (int i = 0; i < BROKEN; i++) {
          assertThat(raw.send("POST", path, body).status()).as(path).isIn(204, 401);
        }
        return true;
      });
    });

    assertThat(Crowd.atOnce(lanes)).hasSize(4);
  }

  private static JsonNode logged(Stack stack, Part part, String requestId) {
    return Until.present(
        part + " has logged " + requestId,
        LOGGED_WITHIN,
        () -> {
          List<JsonNode> lines = new Logs(stack, part).of(requestId);
          return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
        });
  }
}
