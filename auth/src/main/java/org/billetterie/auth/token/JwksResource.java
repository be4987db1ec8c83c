package org.billetterie.auth.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/// `GET /api/auth/jwks.json`: the public keys that access tokens are checked with (RFC 7517).
@Path("/api/auth/jwks.json")
final class JwksResource {
  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The public keys of access tokens")
  public Map<String, List<Map<String, Object>>> keys() {
    return Map.of("keys", keys.all().stream().map(JwksResource::view).toList());
  }

  private static Map<String, Object> view(SigningKey key) {
    RsaJsonWebKey jwk = new RsaJsonWebKey(key.publicKey());
    jwk.setKeyId(key.id());
    jwk.setAlgorithm("RS256");
    jwk.setUse("sig");
    return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }
}
