package org.billetterie.auth.token;

import java.util.concurrent.CompletableFuture;

/// The key pair of a new house. Searching its primes takes a second or more, so it is begun before
/// the framework starts, on the other core.
public final class FirstKey {
  private static CompletableFuture<SigningKey> begun;

  private FirstKey() {}

  /// Begins to make one; whether it will be needed is seen later.
  public static synchronized void begin() {
    begun = new CompletableFuture<>();
    CompletableFuture<SigningKey> promised = begun;
    Thread.ofPlatform()
        .name("first-signing-key")
        .daemon()
        .start(() -> {
          try {
            promised.complete(SigningKey.generate());
          } catch (RuntimeException failed) {
            promised.completeExceptionally(failed);
          }
        });
  }

  /// The one that was begun; it is given once.
  static synchronized CompletableFuture<SigningKey> take() {
    if (begun == null) {
      begin();
    }
    CompletableFuture<SigningKey> taken = begun;
    begun = null;
    return taken;
  }
}
