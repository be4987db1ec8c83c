package org.billetterie.auth.token;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.billetterie.auth.secret.MasterKey;
import org.billetterie.auth.secret.Secrets;
import org.jdbi.v3.core.Handle;

/// The table of signing keys; private halves are wrapped by the master key.
@Singleton
final class SigningKeyStore {
  private final MasterKey masterKey;

  SigningKeyStore(Secrets secrets) {
    this.masterKey = secrets.masterKey();
  }

  /// Newest first.
  List<SigningKey> all(Handle handle) {
    return handle
        .createQuery("SELECT id, public_key, private_key FROM signing_key ORDER BY created_at DESC")
        .map((row, context) ->
            SigningKey.of(
                row.getString("public_key"),
                masterKey.unwrap(row.getString("private_key"), purpose(row.getString("id")))))
        .list();
  }

  void insert(Handle handle, SigningKey key, Instant createdAt) {
    handle
        .createUpdate(
            """
            INSERT INTO signing_key (id, public_key, private_key, created_at)
            VALUES (:id, :publicKey, :privateKey, :createdAt)
            """)
        .bind("id", key.id())
        .bind("publicKey", key.encodedPublicKey())
        .bind("privateKey", masterKey.wrap(key.privateKey().getEncoded(), purpose(key.id())))
        .bind("createdAt", createdAt)
        .execute();
  }

  private static String purpose(String id) {
    return "signing-key:" + id;
  }
}
