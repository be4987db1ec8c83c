package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.billetterie.e2e.access.Call;
import org.billetterie.e2e.access.Calls;
import org.billetterie.e2e.access.Cast;
import org.billetterie.e2e.access.Databases;
import org.billetterie.e2e.access.Route;
import org.billetterie.e2e.access.Routes;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Seed;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// 2,000 requests that an Admin's broken client could send, dealt evenly to all routes: none is a
/// failure of ours, none tells about our inside, none changes anything.
@ExtendWith(SharedStack.class)
class JunkTest {
  private static final int SHOTS = 2_000;
  private static final int EACH_MIN = 20;
  private static final int AT_ONCE = 4;
  private static final int ADMINS = 8;
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [a-z]+(\\.[\\w$]+)+\\(|Exception|SQLITE|sqlite|SELECT |INSERT |jdbc:|\\.java\\b"
              + "|/tmp/|/home/|/root/|/run/|com\\.fasterxml|org\\.|io\\.quarkus");

  @Test
  void isRefusedWithoutAFailure(Stack stack) {
    Random random = Seed.random("JunkTest");
    List<Junk.Shot> shots = shots(stack, random);
    Map<Route, Map<Integer, Integer>> table = new TreeMap<>();
    List<String> wrong = new ArrayList<>();

    new Databases(stack)
        .assertUnchanged(
            "junk",
            () -> {
              table.clear();
              wrong.clear();
              fire(stack, shots, table, wrong);
              assertThat(wrong).isEmpty();
            });
    print(table);
    assertThat(table).hasSameSizeAs(Routes.of(stack));
    assertThat(table.values())
        .allSatisfy(byStatus ->
            assertThat(byStatus.values().stream().mapToInt(n -> n).sum())
                .isGreaterThanOrEqualTo(EACH_MIN));
  }

  /// What the seeds have found.
  @Test
  void whatWasFoundOnceStaysFound(Stack stack) {
    Raw raw = new Raw(stack.url(), "127.0.1.101");
    Raw.Response coding = raw.send("GET", "/api/events", null, "Transfer-Encoding: gzip");
    assertThat(coding.status()).as("a transfer coding that nobody has").isEqualTo(400);
    for (String type : List.of("nonsense", "a/b/c", "application/", "/json", ";")) {
      String header = "Content-Type: " + type;
      assertThat(raw.send("GET", "/api/events", null, header).status()).as(type).isEqualTo(200);
      assertThat(raw.send("POST", "/api/auth/login", "{}", header).problem())
          .as(type)
          .isEqualTo("unsupported-media-type");
    }
    for (String path :
        List.of("/api/events/{id}", "/api/auth/me|", "/api/events?q=%zz", "/api/events?q=<a>")) {
      assertThat(raw.send("GET", path, null).problem()).as(path).isEqualTo("malformed");
    }
    assertThat(raw.send("GET", "/api/events?q=%5B1%5D%7B%7D", null).status()).isEqualTo(200);
    for (String path : List.of("/api/%ff", "/api/events/%ed%a0%80", "/%c0%80", "/%80")) {
      assertThat(raw.send("GET", path, null).status()).as("no UTF-8: " + path).isEqualTo(400);
    }
    assertThat(raw.send("GET", "/api/events/%C3%A9%F0%9F%8E%AD", null).status()).isEqualTo(404);
    assertThat(new Logs(stack, Part.LB).lines()).as("UTF-8, every line").isNotEmpty();
  }

  private static List<Junk.Shot> shots(Stack stack, Random random) {
    Cast cast = new Cast(stack);
    Accounts accounts = new Accounts(stack);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < ADMINS; i++) {
      tokens.add(new People(stack).session(accounts.make("Admin").email()).text("/accessToken"));
    }
    Junk junk = new Junk(random, stack.url().getAuthority(), tokens);
    List<Route> routes = List.copyOf(Routes.of(stack));
    List<Call> calls = routes.stream().map(route -> Calls.of(route, cast)).toList();
    List<Junk.Shot> shots = new ArrayList<>();
    for (int i = 0; i < SHOTS; i++) {
      int turn = i % routes.size();
      shots.add(junk.spoil(routes.get(turn), calls.get(turn)));
    }
    return shots;
  }

  private static void fire(
      Stack stack,
      List<Junk.Shot> shots,
      Map<Route, Map<Integer, Integer>> table,
      List<String> wrong) {
    List<Callable<Boolean>> lanes = new ArrayList<>();
    for (int lane = 0; lane < AT_ONCE; lane++) {
      int first = lane;
      lanes.add(() -> {
        for (int i = first; i < shots.size(); i += AT_ONCE) {
          // From many addresses: the door's limits are tested elsewhere.
          int shot = i;
          Raw raw = new Raw(stack.url(), "127.0.1." + (1 + i % 100));
          Raw.Response response = raw.exchange(shots.get(i).bytes());
          Optional<String> fault = fault(shots.get(shot), response);
          synchronized (table) {
            table
                .computeIfAbsent(shots.get(i).route(), route -> new TreeMap<>())
                .merge(response.status(), 1, Integer::sum);
            fault.ifPresent(text -> wrong.add(describe(shots.get(shot), text, response)));
          }
        }
        return true;
      });
    }
    Crowd.atOnce(lanes);
  }

  private static Optional<String> fault(Junk.Shot shot, Raw.Response response) {
    if (response.status() >= 500) {
      return Optional.of("a failure");
    }
    String type = response.header("Content-Type").orElse("");
    boolean pageOfTheDoor =
        type.startsWith("text/html") && response.body().contains("<h1>" + response.status());
    // The HTTP layer refuses a control character in a header before there is anything to say it in.
    boolean wordless =
        "header".equals(shot.what()) && response.status() == 400 && response.body().isEmpty();
    if (response.status() >= 400 && !response.isProblem() && !pageOfTheDoor && !wordless) {
      return Optional.of("no problem+json");
    }
    boolean tells = response.status() >= 400 && INSIDE.matcher(response.body()).find();
    return tells ? Optional.of("tells about our inside") : Optional.empty();
  }

  private static String describe(Junk.Shot shot, String fault, Raw.Response response) {
    String request =
        new String(shot.bytes(), StandardCharsets.UTF_8).replaceAll("Bearer \\S+", "Bearer …");
    String shown = request.length() > 500 ? request.substring(0, 500) + "…" : request;
    return fault + ": " + shot.what() + " at " + shot.route() + ": " + response + " for\n" + shown;
  }

  private static void print(Map<Route, Map<Integer, Integer>> table) {
    List<Integer> statuses =
        table.values().stream().flatMap(row -> row.keySet().stream()).distinct().sorted().toList();
    StringBuilder text = new StringBuilder("%-36s".formatted("junk: route × status"));
    statuses.forEach(status -> text.append("%5d".formatted(status)));
    table.forEach((route, row) -> {
      text.append("%n%-36s".formatted(route));
      statuses.forEach(status -> text.append("%5s".formatted(row.getOrDefault(status, 0))));
    });
    System.out.println(text);
  }
}
