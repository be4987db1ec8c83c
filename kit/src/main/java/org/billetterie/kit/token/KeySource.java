package org.billetterie.kit.token;

import java.security.PublicKey;
import java.util.Optional;

/// Where the public keys of auth are found: its own table in auth, the cached JWKS in webd.
public interface KeySource {
  /// The key of that id, pinned by configuration or fetched from auth; never from the token itself.
  Optional<PublicKey> find(String keyId);
}
