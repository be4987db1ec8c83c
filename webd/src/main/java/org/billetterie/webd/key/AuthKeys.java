package org.billetterie.webd.key;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.kit.token.KeySource;
import org.billetterie.webd.AskAuth;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.WhileStarting;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/// Fetches auth's JWKS and keeps it on disk: webd starts and sells while auth is down.
///
/// An unknown key id asks auth again at most once in 30 s, so that made-up ids cannot be used to
/// burden it.
@ApplicationScoped
public class AuthKeys implements KeySource {
  private static final Logger LOG = Logger.getLogger(AuthKeys.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(30);
  private static final Duration REFRESH = Duration.ofMinutes(5);

  private final WebdConfig config;
  private final Clock clock;
  private final AskAuth auth;
  private volatile Map<String, PublicKey> keys = Map.of();
  private volatile Instant nextFetchAt = Instant.EPOCH;
  private volatile Instant lastUnknownAt = Instant.EPOCH;

  AuthKeys(WebdConfig config, AskAuth auth, Clock clock) {
    this.config = config;
    this.auth = auth;
    this.clock = clock;
    readFile();
  }

  @Override
  public Optional<PublicKey> find(String keyId) {
    PublicKey key = keys.get(keyId);
    Instant now = clock.instant();
    if (key == null && now.isAfter(lastUnknownAt.plus(UNKNOWN_PAUSE))) {
      lastUnknownAt = now;
      nextFetchAt = now;
    }
    return Optional.ofNullable(key);
  }

  void begin(@Observes StartupEvent started) {
    WhileStarting.repeat(
        "first-keys",
        () -> {
          fetchWhenDue();
          return present();
        });
  }

  boolean present() {
    return !keys.isEmpty();
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  synchronized void fetchWhenDue() {
    Instant now = clock.instant();
    if (present() && now.isBefore(nextFetchAt)) {
      return;
    }
    try {
      String jwks = auth.get("/api/auth/jwks.json");
      keys = parse(jwks);
      keep(jwks);
      nextFetchAt = now.plus(REFRESH);
    } catch (IOException | JoseException failed) {
      LOG.debugf("auth's keys cannot be fetched now: %s", failed);
      nextFetchAt = now.plus(RETRY);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void readFile() {
    try {
      if (Files.exists(config.jwksFile())) {
        keys = parse(Files.readString(config.jwksFile()));
      }
    } catch (IOException | JoseException unreadable) {
      LOG.warnf("the kept keys cannot be read and will be fetched: %s", unreadable.getMessage());
    }
  }

  private void keep(String jwks) throws IOException {
    Path file = config.jwksFile().toAbsolutePath();
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, jwks);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, PublicKey> parse(String jwks) throws JoseException {
    Map<String, PublicKey> found = new HashMap<>();
    for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
      boolean ours = AccessToken.ALGORITHM.equals(key.getAlgorithm()) && key.getKeyId() != null;
      if (ours && key.getKey() instanceof PublicKey publicKey) {
        found.put(key.getKeyId(), publicKey);
      }
    }
    return Map.copyOf(found);
  }
}
