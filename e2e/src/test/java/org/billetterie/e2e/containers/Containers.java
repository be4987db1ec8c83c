package org.billetterie.e2e.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;

/// The containers that bin/test-containers has built, driven by its engine and its Compose.
final class Containers implements AutoCloseable {
  static final List<String> SERVICES = List.of("lb", "frontend", "auth", "webd");

  private static final Duration COMMAND_MAX = Duration.ofMinutes(5);
  private static final Duration HEALTHY_MAX = Duration.ofMinutes(4);
  private static final Duration EVERY = Duration.ofMillis(500);

  private final String engine = told("E2E_ENGINE");
  private final List<String> compose = List.of(told("E2E_COMPOSE").split(" "));
  private final String port = told("PORT");

  /// Starts all four on new volumes and waits until they are healthy.
  static Containers start() {
    Containers containers = new Containers();
    containers.up();
    return containers;
  }

  void up() {
    compose(Map.of(), "up", "-d", "--no-build");
    SERVICES.forEach(this::awaitHealthy);
  }

  /// Removes the containers and their network; volumes stay.
  void down() {
    compose(Map.of(), "down");
  }

  void remove(String service) {
    compose(Map.of(), "rm", "-s", "-f", service);
  }

  /// Makes one container anew, leaving the others alone.
  ///
  /// @param tag of the image
  void create(String service, String tag) {
    compose(Map.of("TAG", tag), "up", "-d", "--no-build", "--no-deps", service);
    awaitHealthy(service);
  }

  URI url() {
    return URI.create("http://localhost" + ("80".equals(port) ? "" : ":" + port));
  }

  Api door() {
    return new Api(url());
  }

  String port() {
    return port;
  }

  /// The engine's number of the service's container.
  String id(String service) {
    String label = "label=com.docker.compose.";
    return engine(
            "ps",
            "-aq",
            "--no-trunc",
            "--filter",
            label + "project=" + told("COMPOSE_PROJECT_NAME"),
            "--filter",
            label + "service=" + service)
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("[0-9a-f]{64}"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no container of " + service));
  }

  JsonNode inspect(String service) {
    String output = engine("inspect", id(service));
    return new Answer(200, null, output.substring(output.indexOf('['))).json().get(0);
  }

  /// Runs the container's own health check where the engine does not do that by itself (podman
  /// without systemd); else asks the engine for what it found.
  boolean healthy(String service) {
    return "podman".equals(engine)
        ? tryEngine("healthcheck", "run", id(service)).exit() == 0
        : "healthy".equals(inspect(service).at("/State/Health/Status").asText());
  }

  void awaitHealthy(String service) {
    try {
      Until.holds(service + " is healthy", HEALTHY_MAX, EVERY, () -> healthy(service));
    } catch (AssertionError late) {
      List<String> said = logs(service);
      String last = String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size()));
      throw new AssertionError(late.getMessage() + "; it said:\n" + last, late);
    }
  }

  /// Builds an image from a folder. podman keeps health checks in Docker's format only.
  void build(String tag, Path folder) {
    List<String> line = new ArrayList<>(List.of("build", "-t", tag));
    if ("podman".equals(engine)) {
      line.addAll(List.of("--format", "docker"));
    }
    line.add(folder.toString());
    engine(line.toArray(String[]::new));
  }

  /// Everything that the container has logged, line by line.
  List<String> logs(String service) {
    return engine("logs", id(service)).lines().toList();
  }

  List<JsonNode> logsOf(String service, String requestId) {
    return logs(service).stream()
        .filter(line -> line.contains(requestId))
        .map(Logs::parse)
        .toList();
  }

  /// What a command within the container prints.
  String exec(String service, String... words) {
    Command command = tryExec(service, List.of(), words);
    if (command.exit() != 0) {
      throw new AssertionError(service + " " + List.of(words) + ": " + command);
    }
    return command.output();
  }

  /// @param options of the engine's `exec`, like the user
  Command tryExec(String service, List<String> options, String... words) {
    List<String> line = new ArrayList<>(List.of("exec"));
    line.addAll(options);
    line.add(id(service));
    line.addAll(List.of(words));
    return tryEngine(line.toArray(String[]::new));
  }

  /// As the documents say it: `docker compose exec SERVICE …`.
  String composeExec(String service, String... words) {
    List<String> line = new ArrayList<>(List.of("exec", "-T", service));
    line.addAll(List.of(words));
    return compose(Map.of(), line.toArray(String[]::new));
  }

  String engine(String... words) {
    Command command = tryEngine(words);
    if (command.exit() != 0) {
      throw new AssertionError(engine + " " + List.of(words) + ": " + command);
    }
    return command.output();
  }

  @Override
  public void close() {
    compose(Map.of(), "down", "-v", "--remove-orphans");
  }

  private Command tryEngine(String... words) {
    List<String> line = new ArrayList<>(List.of(engine));
    line.addAll(List.of(words));
    return Command.run(COMMAND_MAX, Path.of("."), Map.of(), line.toArray(String[]::new));
  }

  private String compose(Map<String, String> more, String... words) {
    Map<String, String> environment =
        new HashMap<>(Map.of("PORT", port, "LOAD_TEST", "true", "PAYMENT_TEST", "on"));
    environment.putAll(more);
    List<String> line = new ArrayList<>(compose);
    line.addAll(List.of(words));
    Command command =
        Command.run(COMMAND_MAX, Stack.ROOT, environment, line.toArray(String[]::new));
    if (command.exit() != 0) {
      throw new AssertionError(line + ": " + command);
    }
    return command.output();
  }

  private static String told(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new AssertionError(name + " is not set: start these tests by bin/test containers");
    }
    return value;
  }
}
