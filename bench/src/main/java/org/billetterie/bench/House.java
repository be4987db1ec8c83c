package org.billetterie.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A running stack, started by `bin/bench` with BENCH=1 and LOAD_TEST=true.
final class House {
  static final String ADMIN = "admin@bench.example";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OVERLOADED = 503;
  private static final long PAUSE_NANOS = 500_000_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Path root;
  private final Path data;
  private final Map<String, String> state = new HashMap<>();
  private final Ledger ledger = new Ledger();
  private final HttpClient http = HttpClient.newHttpClient();

  House(Path root, Path data) {
    this.root = root;
    this.data = data;
    for (String line : lines(data.resolve("run/state"))) {
      state.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
  }

  /// The door, as a client names it.
  String url() {
    return "http://127.0.0.1:" + state.get("PORT");
  }

  /// webd itself, behind the door.
  String webdUrl() {
    return "http://127.0.0.1:" + state.get("WEBD_PORT");
  }

  Path log(String part) {
    return data.resolve("logs/" + part + ".log");
  }

  Path database() {
    return data.resolve("webd/webd.db");
  }

  Ledger ledger() {
    return ledger;
  }

  /// Its process number; 0 while it is being started.
  long process(String part) {
    String number = first(data.resolve("run/" + part + ".pid"));
    return number.isEmpty() ? 0 : Long.parseLong(number);
  }

  /// Milliseconds from its start until the part answered ready; empty while it has not.
  String readyMillis(String part) {
    Path file = data.resolve("run/" + part + ".ready");
    return Files.exists(file) ? first(file) : "";
  }

  String hopSecret() {
    return first(data.resolve("hop-secret"));
  }

  String password() {
    return first(data.resolve("admin-password"));
  }

  String signIn() {
    Map<String, String> login = Map.of("email", ADMIN, "password", password(), "session", "bearer");
    return post("/api/auth/login", null, login).path("accessToken").asText();
  }

  /// The account that [#signIn] signs in.
  String adminId() {
    String claims = signIn().split("\\.")[1];
    return parse(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .path("sub")
        .asText();
  }

  /// New accounts of role User: one bearer token a line.
  void seed(int accounts, Path tokens) {
    run(tokens, root.resolve("bin/seed").toString(), "accounts", String.valueOf(accounts));
  }

  /// @return whether `bin/verify` found that everything adds up; it prints what does not
  boolean verify(Path output) {
    return run(output, root.resolve("bin/verify").toString()) == 0;
  }

  /// A published event in 30 days with one ticket type.
  Show event(String token, String title, int capacity, int priceMinor) {
    Instant startsAt = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    JsonNode event =
        post(
            "/api/events",
            token,
            Map.of(
                "title",
                title,
                "startsAt",
                startsAt.toString(),
                "capacity",
                capacity,
                "currency",
                "EUR",
                "status",
                "PUBLISHED",
                "ticketTypes",
                List.of(Map.of("name", "Entrée", "priceMinor", priceMinor))));
    return new Show(
        event.path("id").asText(), event.path("ticketTypes").path(0).path("id").asText());
  }

  /// One event's view, as anybody reads it through the door.
  JsonNode page(Show show) {
    return send(HttpRequest.newBuilder(URI.create(url() + show.path())), 200);
  }

  /// What that account reads there.
  JsonNode get(String path, String token) {
    return send(
        HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + token),
        200);
  }

  private JsonNode post(String path, String token, Object body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url() + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      return send(request, token == null ? 200 : 201);
    } catch (IOException neverOfAMap) {
      throw new UncheckedIOException(neverOfAMap);
    }
  }

  /// Asks again while the house is busy, as any client would.
  private JsonNode send(HttpRequest.Builder request, int expected) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      HttpResponse<String> answer = sendOnce(request.timeout(TIMEOUT).build());
      if (answer.statusCode() == expected) {
        return parse(answer.body());
      }
      if (answer.statusCode() != OVERLOADED || System.nanoTime() > deadline) {
        throw new IllegalStateException(answer + ": " + answer.body());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private HttpResponse<String> sendOnce(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private int run(Path output, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DATA_DIR", data.toString());
    try {
      return builder.start().waitFor();
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private static String first(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? "" : lines.getFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
