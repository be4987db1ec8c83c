package org.billetterie.e2e.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Load;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The life of one house as an operator sees it: started with `bin/up -d` in a terminal that is
/// closed, used, stopped, started again, emptied. In that order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealHouseTest {
  private static final String ADMIN = "admin@localhost";
  private static final String FIRST_ADMIN = "auth/first-admin.txt";
  private static final Pattern PASSWORD = Pattern.compile("(?m)^ *[Pp]ass[^:]*: (\\S+)$");
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration RESTART_PROMISED = Duration.ofSeconds(2);
  private static final Duration SECOND_START_PROMISED = Duration.ofSeconds(10);

  private static Stack house;
  private static String terminal;

  @BeforeAll
  static void startInATerminal() {
    house = Stack.of(new StackSettings(Map.of("AUTH_BCRYPT_COST", "10"), List.of()));
    Command up = house.startFromTerminal();
    terminal = up.output().replace("\r", "");
    assertThat(up.exit()).as(terminal).isZero();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  @Order(1)
  void theStartTellsItsStepsWithTheTimeAndWhereToLook() {
    assertThat(terminal)
        .containsPattern("(?m)^\\[1/5\\] \\d+\\.\\d s  Tools$")
        .containsPattern("(?m)^\\[5/5\\] \\d+\\.\\d s  Ready: " + house.url() + "$")
        .contains("auth ready in", "webd ready in", "frontend ready in", "lb ready in");
  }

  @Test
  @Order(2)
  void theFirstPasswordIsOnTheTerminalAndInAClosedFileUntilItsFirstUseAndInNoLog()
      throws IOException {
    Path file = house.file(FIRST_ADMIN);
    String shown = passwordIn(terminal);
    house.canaries().add(shown);

    assertThat(Files.readString(file)).isEqualTo("email: " + ADMIN + "\npassword: " + shown + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    signIn(ADMIN, "not " + shown).expect(401, "bad-credentials");
    assertThat(file).exists();
    assertThat(signIn(ADMIN, shown).expect(200).text("/account/role")).isEqualTo("Admin");
    assertThat(file).doesNotExist();
    house.canaries().assertAbsent(house.logs());
  }

  @Test
  @Order(3)
  void statusShowsEveryPartWithItsTimeAndMemory() {
    Command status = house.run("bin/status");

    assertThat(status.exit()).as(status.output()).isZero();
    for (Part part : Part.values()) {
      String name = part.name().toLowerCase(java.util.Locale.ROOT);
      assertThat(status.output())
          .containsPattern("(?m)^" + name + " +ready +" + house.pid(part) + " +\\d+ +\\d+ +\\d+$");
    }
  }

  @Test
  @Order(4)
  void anOperatorGetsBackIn() {
    String email = "retrouvee@e2e.example";
    String first = passwordIn(admin("create", email));
    assertThat(signIn(email, first).expect(200).text("/account/role")).isEqualTo("Admin");
    String second = passwordIn(admin("reset-password", email));
    signIn(email, first).expect(401);
    signIn(email, second).expect(200);
    String user = "montee@e2e.example";
    new Api(house.url())
        .post(
            "/api/auth/register",
            Map.of("email", user, "password", house.canaries().password(), "name", "Ana"))
        .expect(201);
    admin("promote", user);
    Answer promoted = signIn(user, house.canaries().password()).expect(200);
    assertThat(promoted.text("/account/role")).isEqualTo("Admin");
    house.canaries().add(first);
    house.canaries().add(second);
    Command french =
        house.runWith(Map.of("LANG", "fr_FR.UTF-8"), "bin/admin", "promote", "absente@e2e.example");
    assertThat(french.exit()).isEqualTo(1);
    assertThat(french.output()).contains("Aucun compte");
  }

  @Test
  @Order(5)
  void everyLineOfOneRequestIsShownInTheOrderOfTime() {
    String id = new Api(house.url()).get("/api/orders").expect(401).requestId();
    Until.holds(
        id + " is logged",
        WAIT_MAX,
        () ->
            !new Logs(house, Part.LB).of(id).isEmpty()
                && !new Logs(house, Part.WEBD).of(id).isEmpty());
    Command logs = house.run("bin/logs", "--request", id);

    assertThat(logs.exit()).as(logs.output()).isZero();
    List<JsonNode> lines = logs.output().lines().map(Logs::parse).toList();
    assertThat(lines).extracting(line -> line.path("service").asText()).contains("lb", "webd");
    assertThat(lines).allMatch(line -> id.equals(line.path("requestId").asText()));
    assertThat(house.run("bin/logs", "--request", "0".repeat(32)).exit()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void aPartThatDiesIsStartedAgainWithinTwoSecondsAndThisIsLogged() {
    for (Part part : List.of(Part.LB, Part.WEBD)) {
      String name = part.name().toLowerCase(java.util.Locale.ROOT);
      long since = System.nanoTime();
      long killed = house.kill(part);
      Until.holds(name + " runs again", WAIT_MAX, () -> house.pid(part) != killed);
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      System.out.println("restart of " + name + ": " + took.toMillis() + " ms");
      assertThat(took).isLessThan(Load.allows(RESTART_PROMISED));
      house.awaitRestart(part, killed);
      assertThat(house.run("bin/logs", "up").output().lines().map(Logs::parse))
          .anyMatch(line ->
              name.equals(line.path("part").asText())
                  && "warn".equals(line.path("level").asText())
                  && line.path("message").asText().endsWith(": restarted"));
    }
  }

  @Test
  @Order(7)
  void itIsNotTakenForADemoAndNotStartedTwice() {
    Command twice = house.run("bin/up", "-d");
    assertThat(twice.exit()).isEqualTo(1);
    assertThat(twice.output()).contains("running already", house.url().toString());
    Command demo = house.run("bin/up", "-d", "--demo");
    assertThat(demo.exit()).isEqualTo(1);
    assertThat(demo.output()).contains("holds a real world", "data-demo");
    Command reset = house.run("bin/reset", "--demo", "--yes");
    assertThat(reset.exit()).isEqualTo(1);
    assertThat(reset.output()).contains("holds a real world");
  }

  @Test
  @Order(8)
  void theSecondStartBuildsNothingAndIsReadyWithinTenSeconds() {
    house.stop();
    Command status = house.run("bin/status");
    assertThat(status.exit()).as(status.output()).isEqualTo(1);
    long since = System.nanoTime();
    Command up = house.startFromTerminal();
    Duration took = Duration.ofNanos(System.nanoTime() - since);

    assertThat(up.exit()).as(up.output()).isZero();
    assertThat(up.output()).contains("Build: nothing to build").doesNotContain("First Admin");
    System.out.println("second start: " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Load.allows(SECOND_START_PROMISED));
  }

  @Test
  @Order(9)
  void resetAsksAndThenEmptiesTheWorldAndNothingElse() throws IOException {
    Path backup = Files.writeString(house.file("backup.tar"), "kept");
    Command asked = house.run("bin/reset");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.output()).contains("will be deleted", "nothing was deleted");
    assertThat(house.webdDatabase()).exists();
    Command reset = house.run("bin/reset", "--yes");

    assertThat(reset.exit()).as(reset.output()).isZero();
    assertThat(house.webdDatabase()).doesNotExist();
    assertThat(house.file("auth")).doesNotExist();
    assertThat(house.logs()).doesNotExist();
    assertThat(backup).hasContent("kept");
    assertThat(house.run("bin/status").output()).contains("nothing runs");
    Files.createDirectories(house.logs());
  }

  private static String admin(String... words) {
    Command command = house.run("bin/admin", words);
    assertThat(command.exit()).as(command.output()).isZero();
    return command.output();
  }

  private static String passwordIn(String shown) {
    Matcher password = PASSWORD.matcher(shown);
    assertThat(password.find()).as("a password is shown").isTrue();
    return password.group(1);
  }

  private static Answer signIn(String email, String password) {
    return new Api(house.url())
        .post("/api/auth/login", Map.of("email", email, "password", password, "session", "bearer"));
  }
}
