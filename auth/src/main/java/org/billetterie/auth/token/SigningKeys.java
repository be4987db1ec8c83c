package org.billetterie.auth.token;

import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.token.KeySource;
import org.jboss.logging.Logger;

/// The keys that sign and check access tokens. The first one is made beside the start of the
/// service: until it is there, the service is not ready, and who asks for it waits.
@Singleton
public final class SigningKeys implements KeySource {
  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private final CompletableFuture<List<SigningKey>> keys;

  SigningKeys(Database database, SigningKeyStore store, Clock clock) {
    List<SigningKey> found = database.read(store::all);
    if (!found.isEmpty()) {
      keys = CompletableFuture.completedFuture(found);
      return;
    }
    keys =
        FirstKey.take()
            .thenApply(key -> List.of(keep(key, database, store, clock)))
            .whenComplete((made, failed) -> {
              if (failed != null) {
                LOG.error("the signing key could not be made", failed);
              }
            });
  }

  @Override
  public Optional<PublicKey> find(String keyId) {
    return isReady()
        ? keys.join().stream()
            .filter(key -> key.id().equals(keyId))
            .<PublicKey>map(SigningKey::publicKey)
            .findFirst()
        : Optional.empty();
  }

  public boolean isReady() {
    return keys.isDone() && !keys.isCompletedExceptionally();
  }

  /// The one that signs new tokens.
  SigningKey current() {
    return keys.join().getFirst();
  }

  /// All whose tokens may still live.
  List<SigningKey> all() {
    return keys.join();
  }

  private static SigningKey keep(
      SigningKey key, Database database, SigningKeyStore store, Clock clock) {
    return database.write(handle -> {
      store.insert(handle, key, clock.instant());
      return key;
    });
  }
}
