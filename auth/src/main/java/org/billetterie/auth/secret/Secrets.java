package org.billetterie.auth.secret;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.billetterie.auth.AuthConfig;
import org.billetterie.kit.database.Database;
import org.jdbi.v3.core.Handle;

/// The secrets of this house, made at the first start and kept wrapped with the data.
@Singleton
public final class Secrets {
  private static final int BYTES = 48;

  private final Database database;
  private final MasterKey masterKey;
  private final SecureRandom random = new SecureRandom();
  private final byte[] pepper;
  private final byte[] refreshKey;

  Secrets(Database database, AuthConfig config) {
    this.database = database;
    boolean empty = database.read(handle -> count(handle) == 0);
    this.masterKey = MasterKey.at(config.masterKeyFile(), empty, random);
    this.pepper = findOrMake("pepper");
    this.refreshKey = findOrMake("refresh-key");
  }

  /// Goes into every password hash; without it no password can be checked again.
  public byte[] pepper() {
    return pepper.clone();
  }

  /// Derives a refresh token from the one before it.
  public byte[] refreshKey() {
    return refreshKey.clone();
  }

  public MasterKey masterKey() {
    return masterKey;
  }

  private byte[] findOrMake(String name) {
    return database.write(handle ->
        handle
            .createQuery("SELECT value FROM secret WHERE name = :name")
            .bind("name", name)
            .mapTo(String.class)
            .findOne()
            .map(wrapped -> masterKey.unwrap(wrapped, name))
            .orElseGet(() -> make(handle, name)));
  }

  private byte[] make(Handle handle, String name) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    handle
        .createUpdate("INSERT INTO secret (name, value) VALUES (:name, :value)")
        .bind("name", name)
        .bind("value", masterKey.wrap(secret, name))
        .execute();
    return secret;
  }

  private static int count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM secret").mapTo(Integer.class).one();
  }
}
