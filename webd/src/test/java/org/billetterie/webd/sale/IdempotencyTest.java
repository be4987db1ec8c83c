package org.billetterie.webd.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.billetterie.kit.Ids;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.sale.Idempotency.Answer;
import org.billetterie.webd.sale.Idempotency.Request;
import org.billetterie.webd.support.TestDatabase;
import org.billetterie.webd.support.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
  private static final Answer ANSWER = new Answer(201, "/api/orders/1", "{\"é\":1}");

  @TempDir Path folder;
  private final UUID event = Ids.next();
  private final UUID account = Ids.next();
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabase.in(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void answersTheBytesOfTheFirstTimeAlsoAfterARestart() {
    keep(request("k", "buy 2"));
    database.close();
    database = TestDatabase.in(folder);
    assertThat(find(request("k", "buy 2"))).isEqualTo(ANSWER);
  }

  @Test
  void refusesTheSameKeyForAnotherPayload() {
    keep(request("k", "buy 2"));
    assertThatThrownBy(() -> find(request("k", "buy 3")))
        .isInstanceOf(Problem.class)
        .hasMessage("idempotency-mismatch");
  }

  @Test
  void keysOfAnotherAccountAreAnothers() {
    keep(request("k", "buy 2"));
    assertThat(find(Request.of(event, Ids.next(), "k", "buy 3"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "é", "a\tb"})
  void refusesOtherCharacters(String key) {
    assertThatThrownBy(() -> Idempotency.checkKey(key)).hasMessage("idempotency-key-missing");
  }

  @Test
  void takes255VisibleCharactersAndNoMore() {
    Idempotency.checkKey("~".repeat(255));
    assertThatThrownBy(() -> Idempotency.checkKey("~".repeat(256)))
        .hasMessage("idempotency-key-missing");
    assertThatThrownBy(() -> Idempotency.checkKey(null)).hasMessage("idempotency-key-missing");
    assertThatThrownBy(() -> request(null, "buy 2")).hasMessage("idempotency-key-missing");
  }

  @Test
  void sweepsOnlyWhatIsOldAndNoMoreThanAsked() {
    for (int i = 0; i < 5; i++) {
      keep(request("k" + i, "buy"));
    }
    int early = database.write(handle -> Idempotency.sweep(handle, World.NOW, 10));
    assertThat(early).isZero();
    int some =
        database.write(
            handle -> Idempotency.sweep(handle, World.NOW.plus(Duration.ofMillis(1)), 3));
    assertThat(some).isEqualTo(3);
  }

  private Request request(String key, String payload) {
    return Request.of(event, account, key, payload);
  }

  private void keep(Request request) {
    Answer kept = database.write(handle -> Idempotency.keep(handle, request, ANSWER, World.NOW));
    assertThat(kept).isEqualTo(ANSWER);
  }

  private Answer find(Request request) {
    return database.read(handle -> Idempotency.find(handle, request)).orElse(null);
  }
}
