package org.billetterie.webd.image;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdProblem;

/// Takes images in, one at a time: reading, decoding and drawing need memory that sales must not
/// miss. Who would wait too long is asked to come back.
@ApplicationScoped
class Images {
  static final int BYTES_MAX = 8 * 1024 * 1024;
  private static final int UNUSED_MAX = 50;
  private static final Duration UNUSED_KEPT = Duration.ofDays(7);
  private static final int PATIENCE_SECONDS = 20;

  private final Database database;
  private final Clock clock;
  private final Semaphore desk = new Semaphore(1, true);

  Images(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @return the image's id: the SHA-256 of its large drawing, in hexadecimal
  /// @throws Problem 409 `too-many-images`; 413; 422 `not-an-image`; 503 `overloaded`
  String take(InputStream body, Kind kind, UUID by) {
    Drawing drawing = drawInTurn(body, kind);
    String id = sha256(drawing.large().bytes());
    database.write(handle -> {
      boolean known = ImageStore.exists(handle, id);
      if (!known && ImageStore.unused(handle, by) >= UNUSED_MAX) {
        throw Problem.of(WebdProblem.TOO_MANY_IMAGES).with("limit", UNUSED_MAX);
      }
      ImageStore.put(handle, id, drawing, by, clock.instant());
      return null;
    });
    return id;
  }

  /// @throws Problem 404
  Picture find(String id, String size) {
    return database.read(handle ->
        ImageStore.find(handle, id, size).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)));
  }

  @Scheduled(every = "1h", delayed = "7m")
  void deleteUnused() {
    database.write(handle -> ImageStore.deleteUnused(handle, clock.instant().minus(UNUSED_KEPT)));
  }

  private Drawing drawInTurn(InputStream body, Kind kind) {
    try {
      if (!desk.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.of(CommonProblem.OVERLOADED).retryAfter(5);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(5);
    }
    try {
      byte[] sent = body.readNBytes(BYTES_MAX + 1);
      if (sent.length > BYTES_MAX) {
        throw Problem.of(CommonProblem.PAYLOAD_TOO_LARGE);
      }
      return Redraw.draw(sent, kind);
    } catch (IOException cutOff) {
      throw Problem.of(CommonProblem.MALFORMED);
    } finally {
      desk.release();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
