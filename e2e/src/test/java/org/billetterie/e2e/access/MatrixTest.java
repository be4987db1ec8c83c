package org.billetterie.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route of both services, asked by everybody, against the table in `access/table.txt`. The
/// routes come from the services themselves: one that nobody declared fails here.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "PURGE");
  private static final Map<Integer, Set<String>> TYPES =
      Map.of(
          401, Set.of("unauthenticated", "session-ended"),
          403, Set.of("forbidden"),
          404, Set.of("not-found"),
          405, Set.of("method-not-allowed"));

  private final AccessTable table = AccessTable.read();
  private Cast cast;
  private Databases databases;
  private SortedSet<Route> routes;

  @BeforeAll
  void meet(Stack stack) {
    cast = new Cast(stack);
    databases = new Databases(stack);
    routes = Routes.of(stack);
  }

  @Test
  void documentsListEveryResourceMethod() {
    for (String service : List.of("auth", "webd")) {
      SortedSet<Route> compiled = ResourceMethods.of(service);
      assertThat(compiled).as(service).isNotEmpty();
      compiled.removeIf(route -> route.path().startsWith("/internal/"));
      assertThat(routes).as("the OpenAPI document of " + service).containsAll(compiled);
    }
  }

  @Test
  void everyRouteIsDeclared() {
    assertThat(table.differences(routes))
        .as("routes without a row, rows without a route")
        .isEmpty();
    assertThat(Calls.routes()).isEqualTo(routes);
  }

  /// A test of the test above: with any one row taken out of the file, it names that route.
  @Test
  void aRouteWithoutARowIsReported() {
    for (Route route : routes) {
      List<String> lines = new ArrayList<>(AccessTable.lines());
      boolean found =
          lines.removeIf(line ->
              line.startsWith(route.method() + " ") && line.contains(" " + route.path() + " "));
      assertThat(found).as("%s has a line", route).isTrue();
      assertThat(AccessTable.parse(lines).differences(routes)).containsExactly(route);
    }
  }

  @Test
  void everybodyIsAnsweredAsTheTableSays() {
    List<String> wrong = new ArrayList<>();
    // All that is needed is made first: then webd waits for news of accounts once only.
    Map<Route, Call> calls = new TreeMap<>();
    routes.forEach(route -> calls.put(route, Calls.of(route, cast)));
    table
        .rows()
        .forEach((route, row) ->
            databases.assertUnchanged(
                "what " + route + " refused", () -> refusals(calls.get(route), route, row, wrong)));
    table.rows().forEach((route, row) -> permissions(calls.get(route), route, row, wrong));
    assertThat(wrong).isEmpty();
  }

  private void refusals(Call call, Route route, Map<Who, Integer> row, List<String> wrong) {
    row.forEach((who, expected) -> {
      if (expected >= 400) {
        judge(route, who, expected, call.by(cast.caller(who)), wrong);
      }
    });
  }

  private void permissions(Call call, Route route, Map<Who, Integer> row, List<String> wrong) {
    row.forEach((who, expected) -> {
      if (expected < 400) {
        Call fresh = route.reads() ? call : Calls.of(route, cast);
        judge(route, who, expected, fresh.by(cast.caller(who)), wrong);
      }
    });
  }

  @Test
  void otherMethodsAreRefusedToEverybody() {
    List<String> wrong = new ArrayList<>();
    Map<String, Call> calls = new TreeMap<>();
    routes.forEach(route -> calls.put(route.path(), Calls.of(route, cast)));
    calls.forEach((path, call) ->
        databases.assertUnchanged("another method on " + path, () -> others(path, call, wrong)));
    assertThat(wrong).isEmpty();
  }

  private void others(String path, Call call, List<String> wrong) {
    for (String method : METHODS) {
      Route other = new Route(method, path);
      if (routes.contains(other)) {
        continue;
      }
      for (Who who : Who.values()) {
        // Registering is limited by address: the door may ask to wait before it lets this one in.
        Answer answer =
            Until.present(
                other + " is let in",
                Duration.ofMinutes(2),
                () ->
                    Optional.of(cast.caller(who).send(method, call.path(), null))
                        .filter(let -> let.status() != 429));
        judge(other, who, 405, answer, wrong);
        if (answer.header("allow").isEmpty()) {
          wrong.add(other + " by " + who + " is not told what is allowed");
        }
      }
    }
  }

  /// HEAD is GET without a body; OPTIONS tells the methods and nothing else.
  @Test
  void headAndOptionsGiveNothingAway() {
    List<String> wrong = new ArrayList<>();
    databases.assertUnchanged(
        "HEAD or OPTIONS",
        () ->
            routes.stream()
                .filter(Route::reads)
                .forEach(route -> {
                  String path =
                      route
                          .path()
                          .replace("{id}", "01900000-0000-7000-8000-000000000000")
                          .replace("{name}", "terms");
                  for (Who who : Who.values()) {
                    Api caller = cast.caller(who);
                    Answer head = caller.send("HEAD", path, null);
                    int expected = caller.get(path).status();
                    if (head.status() != expected || !head.body().isEmpty()) {
                      wrong.add("HEAD " + path + " by " + who + ": " + head + ", not " + expected);
                    }
                    Answer options = caller.send("OPTIONS", path, null);
                    if (options.status() != 200
                        || !options.body().isEmpty()
                        || options.header("allow").isEmpty()) {
                      wrong.add("OPTIONS " + path + " by " + who + ": " + options);
                    }
                  }
                }));
    assertThat(wrong).isEmpty();
  }

  private static void judge(Route route, Who who, int expected, Answer answer, List<String> wrong) {
    Set<String> types = TYPES.get(expected);
    boolean right =
        answer.status() == expected && (types == null || types.contains(answer.problem()));
    if (!right) {
      wrong.add(route + " by " + who + ": " + answer + ", not " + expected);
    }
  }
}
