package org.billetterie.auth.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.billetterie.auth.AuthConfig;
import org.billetterie.auth.secret.Secrets;

/// Makes and checks password hashes. Every method here takes as long as bcrypt takes (0.3 s at cost
/// 12) plus the wait for a free worker, and answers 503 `overloaded` when too many wait or after 9
/// s.
@Singleton
public final class Passwords {
  /// With one worker and 0.3 s a hash, the last in the queue waits 10 s.
  private static final int WAITING_MAX = 32;

  /// Before the door gives up.
  private static final Duration WAIT_MAX = Duration.ofSeconds(9);

  /// With those who wait, fewer than the threads that serve requests: the rest go on.
  private static final int WORKERS_MAX = 16;

  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private final PasswordHash hash;
  private final HashingQueue queue;
  private final SecureRandom random = new SecureRandom();
  private final FutureTask<String> hashOfNobody;

  Passwords(Secrets secrets, AuthConfig config) {
    this.hash = new PasswordHash(secrets.pepper(), config.bcryptCost(), random);
    int spare = Runtime.getRuntime().availableProcessors() - 1;
    this.queue = new HashingQueue(Math.clamp(spare, 1, WORKERS_MAX), WAITING_MAX, WAIT_MAX);
    this.hashOfNobody = new FutureTask<>(hash::ofNobody);
  }

  public String hash(String password) {
    return queue.run(() -> hash.make(password));
  }

  public boolean matches(String password, String storedHash) {
    return queue.run(() -> hash.matches(password, storedHash));
  }

  /// Makes beside a start what [#matchNobody] compares with, once nothing is waited for any more.
  public void prepare() {
    queue.begin(hashOfNobody);
  }

  /// Takes the time of a comparison, so that an unknown e-mail address cannot be told from a wrong
  /// password by the clock.
  public void matchNobody(String password) {
    queue.run(() -> {
      hashOfNobody.run();
      return hash.matches(password, hashOfNobody.get());
    });
  }

  /// Whether a hash should be made anew at the next sign-in, because the cost setting has changed.
  public boolean isOutdated(String storedHash) {
    return hash.isOutdated(storedHash);
  }

  /// 20 characters in five groups, none easily mistaken for another: 99 bits.
  public String random() {
    StringBuilder password = new StringBuilder(24);
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  @PreDestroy
  void stop() {
    queue.close();
  }
}
