package org.billetterie.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Crowd;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// One world in four containers, first started, then used, then renewed part by part: the order of
/// the methods is its life.
@Tag("containers")
@EnabledIfEnvironmentVariable(named = "E2E_COMPOSE", matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersTest {
  private static final int CROWD = 200;
  private static final Map<String, Integer> LISTENS =
      Map.of("lb", 80, "frontend", 3080, "auth", 3001, "webd", 3000);

  private static Containers containers;
  private static Guests guests;
  private static String organizer;
  private static String buyer;
  private static Show show;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    containers = Containers.start();
    guests = new Guests(containers);
  }

  @AfterAll
  static void remove() {
    containers.close();
  }

  @Test
  @Order(1)
  void theFirstAdminsPasswordLiesInTheContainerUntilItsFirstSignIn() {
    String file = containers.composeExec("auth", "cat", "/data/first-admin.txt");
    String email = file.lines().findFirst().orElseThrow().replace("email: ", "");
    guests.tryIn(email, Guests.passwordIn(file)).expect(200);
    Command gone = containers.tryExec("auth", List.of(), "test", "-e", "/data/first-admin.txt");
    assertThat(gone.exit()).isEqualTo(1);
  }

  @Test
  @Order(2)
  void adminGetsYouBackInFromWithinTheContainer() {
    Buyer admin = guests.admin();
    String email = guests.register();
    containers.composeExec("auth", "admin", "promote", email);
    String shown = containers.composeExec("auth", "admin", "reset-password", email);
    Answer session = guests.tryIn(email, Guests.passwordIn(shown)).expect(200);
    assertThat(session.text("/account/role")).isEqualTo("Admin");
    organizer = guests.organizer(admin);
  }

  @Test
  @Order(3)
  void aBuyerRegistersAndGetsASeatThroughThePublishedPort() {
    show = guests.asOrganizer(organizer).publish("Première en conteneurs", 300, 0, 2_500);
    buyer = guests.register();
    Buyer signedIn = guests.signIn(buyer);
    order(signedIn, 0).expect(201);
    String held = order(signedIn, 1).expect(201).text("/id");
    Answer paid = signedIn.pay(held, Buyer.newKey()).expect(200);
    assertThat(paid.text("/status")).isEqualTo("PAID");
    assertThat(paid.json().path("tickets")).hasSize(1);
    Answer page = containers.door().get("/").expect(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.body()).contains("<script type=\"module\"");
  }

  @Test
  @Order(4)
  void everyContainerRunsAsAnOrdinaryUserOnAReadOnlyRoot() {
    for (String service : Containers.SERVICES) {
      JsonNode seen = containers.inspect(service);
      assertThat(seen.at("/HostConfig/ReadonlyRootfs").asBoolean()).as(service).isTrue();
      assertThat(Isolation.status(containers, service, "Uid"))
          .as(service)
          .isEqualTo("10001 10001 10001 10001");
      assertThat(Isolation.status(containers, service, "CapEff")).as(service).matches("0+");
      assertThat(Isolation.status(containers, service, "NoNewPrivs")).as(service).isEqualTo("1");
      Command write = containers.tryExec(service, List.of("--user", "0"), "touch", "/app/written");
      assertThat(write.output()).as(service).contains("Read-only file system");
    }
  }

  @Test
  @Order(5)
  void everyContainerHasAHealthCheckThatPasses() {
    for (String service : Containers.SERVICES) {
      assertThat(containers.inspect(service).at("/Config/Healthcheck/Test"))
          .as(service)
          .isNotEmpty();
      assertThat(containers.healthy(service)).as(service).isTrue();
    }
  }

  @Test
  @Order(6)
  void onlyLbIsPublishedAndEachListensOnItsOwnPortAlone() {
    for (String service : Containers.SERVICES) {
      assertThat(Isolation.published(containers, service))
          .as(service)
          .isEqualTo("lb".equals(service) ? Set.of(containers.port() + ">80/tcp") : Set.of());
      assertThat(Isolation.listening(containers, service))
          .as(service)
          .containsExactly(LISTENS.get(service));
    }
    for (String path : List.of("/health/ready", "/metrics", "/internal/accounts")) {
      containers.door().get(path).expect(404);
    }
  }

  @Test
  @Order(7)
  void twoHundredBuyersBehindOneAddressAllBuy() {
    List<Buyer> crowd = guests.crowd(CROWD);
    Organizer owner = guests.asOrganizer(organizer);
    Show rush = owner.publish("Deux cents derrière une adresse", CROWD, 0);
    long began = System.nanoTime();
    List<Answer> answers =
        Crowd.atOnce(
            crowd.stream()
                .<Callable<Answer>>map(
                    each -> () -> each.order(rush.id(), rush.type(0), 1, Buyer.newKey()))
                .toList());
    long tookMs = (System.nanoTime() - began) / 1_000_000;
    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(owner.look(rush).view().at("/availability/status").asText()).isEqualTo("SOLD_OUT");
    Set<String> ids = answers.stream().map(Answer::requestId).collect(Collectors.toSet());
    Set<String> addresses =
        containers.logs("lb").stream()
            .map(Logs::parse)
            .filter(line -> ids.contains(line.path("requestId").asText()))
            .map(line -> line.path("client").asText())
            .collect(Collectors.toSet());
    assertThat(addresses).hasSize(1);
    System.out.printf(
        "containers: %d buyers, all from %s, have %d seats after %d ms%n",
        CROWD, addresses.iterator().next(), CROWD, tookMs);
  }

  @Test
  @Order(8)
  void everyContainerLogsJsonAndARequestIsFoundInThoseOfLbAndWebd() {
    String refused = order(guests.signIn(buyer), 99).expect(404).requestId();
    String page = containers.door().get("/sign-in").requestId();
    for (Map.Entry<String, String> each :
        Map.of("webd", refused, "lb", refused, "frontend", page).entrySet()) {
      Until.holds(
          each.getKey() + " has logged the request",
          Duration.ofSeconds(30),
          () -> containers.logsOf(each.getKey(), each.getValue()).size() > 0);
      JsonNode line = containers.logsOf(each.getKey(), each.getValue()).getFirst();
      assertThat(line.path("service").asText()).isEqualTo(each.getKey());
    }
    for (String service : Containers.SERVICES) {
      assertThat(containers.logs(service))
          .isNotEmpty()
          .allSatisfy(line ->
              assertThat(Logs.parse(line).fieldNames())
                  .toIterable()
                  .contains("time", "level", "service"));
    }
  }

  @Test
  @Order(9)
  void webdAndAuthInNewContainersAreFoundByAnLbThatRunsOn() {
    Buyer before = guests.signIn(buyer);
    String door = containers.id("lb");
    String since = containers.inspect("lb").at("/State/StartedAt").asText();
    for (String service : List.of("webd", "auth")) {
      String old = containers.id(service);
      containers.remove(service);
      containers
          .door()
          .get("webd".equals(service) ? "/api/events" : "/api/auth/status")
          .expect(503, "unavailable");
      containers.create(service, System.getenv("TAG"));
      assertThat(containers.id(service)).isNotEqualTo(old);
      buys(before);
    }
    buys(guests.signIn(buyer));
    assertThat(containers.id("lb")).isEqualTo(door);
    assertThat(containers.inspect("lb").at("/State/StartedAt").asText()).isEqualTo(since);
  }

  @Test
  @Order(10)
  void everythingIsThereAfterAStartOnTheKeptVolumes() throws Exception {
    Buyer before = guests.signIn(buyer);
    List<String> tickets = tickets(before);
    Map<String, String> old = new HashMap<>();
    Containers.SERVICES.forEach(service -> old.put(service, containers.id(service)));

    containers.down();
    containers.up();

    Containers.SERVICES.forEach(
        service -> assertThat(containers.id(service)).isNotEqualTo(old.get(service)));
    assertThat(tickets).isNotEmpty();
    assertThat(tickets(before)).isEqualTo(tickets);
    assertThat(tickets(guests.signIn(buyer))).isEqualTo(tickets);
    assertThat(containers.door().get(show.path()).expect(200).text("/title"))
        .isEqualTo("Première en conteneurs");
    assertThat(Schema.done(containers, folder)).isEqualTo(Schema.written());
  }

  @Test
  @Order(11)
  void aNewerImageBringsTheSchemaOfTheKeptVolumeUpToDate() throws Exception {
    String tag = System.getenv("TAG");
    List<String> tickets = tickets(guests.signIn(buyer));
    Schema.buildNextRelease(
        containers,
        "billetterie/webd:" + tag,
        "billetterie/webd:" + tag + "-next",
        folder.resolve("next"));
    containers.remove("webd");
    containers.create("webd", tag + "-next");
    assertThat(Schema.done(containers, folder.resolve("data"))).contains(Schema.NEXT);
    assertThat(tickets(guests.signIn(buyer))).isEqualTo(tickets);
    buys(guests.signIn(buyer));
  }

  @Test
  @Order(12)
  void verifyIsCleanFromWithinTheContainer() {
    String said = containers.composeExec("webd", "verify");
    System.out.println("containers: " + said.strip().lines().reduce((a, b) -> b).orElse(""));
  }

  private static Answer order(Buyer who, int type) {
    String id = type == 99 ? show.type(0) : show.type(type);
    String event = type == 99 ? "00000000-0000-7000-8000-000000000000" : show.id();
    return who.order(event, id, 1, Buyer.newKey());
  }

  /// The door may need a moment until it tries again what was away.
  private static void buys(Buyer who) {
    Until.holds(
        "a seat is sold again", Duration.ofSeconds(30), () -> order(who, 0).status() == 201);
  }

  private static List<String> tickets(Buyer who) {
    return who.api().get("/api/tickets").expect(200).json().findValuesAsText("code").stream()
        .sorted()
        .toList();
  }
}
