package org.billetterie.kit.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.lang.JoseException;

/// Checks access tokens as RFC 8725 asks: the shape first, then type, algorithm and key id, then
/// the signature, then the claims. A bounded cache spares the signature only; expiry and
/// [TokenGuard] are asked every time.
@ApplicationScoped
public class TokenCheck {
  private static final int LENGTH_MAX = 4096;
  private static final int CACHED_TOKENS_MAX = 50_000;
  private static final Duration LEEWAY = Duration.ofSeconds(30);
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]{1,1024}\\.[A-Za-z0-9_-]{1,2048}\\.[A-Za-z0-9_-]{1,1024}");
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

  private final KeySource keys;
  private final TokenGuard guard;
  private final Clock clock;
  private final Cache<String, AccessToken> verified =
      Caffeine.newBuilder()
          .maximumSize(CACHED_TOKENS_MAX)
          .expireAfterWrite(Duration.ofMinutes(15))
          .build();

  TokenCheck(KeySource keys, TokenGuard guard, Clock clock) {
    this.keys = keys;
    this.guard = guard;
    this.clock = clock;
  }

  /// @throws Problem 401 for anything but a token that auth signed, that has not ended and that the
  ///   guard lets pass
  public AccessToken check(String compact) {
    AccessToken token = verified.getIfPresent(compact);
    if (token == null) {
      token = verify(compact);
      verified.put(compact, token);
    }
    Instant now = clock.instant();
    if (now.isAfter(token.expiresAt().plus(LEEWAY))
        || now.isBefore(token.issuedAt().minus(LEEWAY))) {
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
    guard.check(token);
    return token;
  }

  private AccessToken verify(String compact) {
    if (compact.length() > LENGTH_MAX || !COMPACT.matcher(compact).matches()) {
      throw refused();
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(
          new AlgorithmConstraints(
              AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256));
      signature.setCompactSerialization(compact);
      signature.setKey(pinnedKey(signature));
      if (!signature.verifySignature()) {
        throw refused();
      }
      return claims(JwtClaims.parse(signature.getPayload()));
    } catch (Problem problem) {
      throw problem;
    } catch (Exception notOurs) {
      throw refused();
    }
  }

  private PublicKey pinnedKey(JsonWebSignature signature) throws JoseException {
    Map<String, Object> header =
        org.jose4j.json.JsonUtil.parseJson(signature.getHeaders().getFullHeaderAsJsonString());
    String keyId = signature.getKeyIdHeaderValue();
    boolean known =
        HEADERS.equals(header.keySet())
            && AccessToken.TYPE.equals(header.get("typ"))
            && AccessToken.ALGORITHM.equals(header.get("alg"))
            && keyId != null
            && KEY_ID.matcher(keyId).matches();
    if (!known) {
      throw refused();
    }
    return keys.find(keyId).orElseThrow(TokenCheck::refused);
  }

  private static AccessToken claims(JwtClaims claims) throws MalformedClaimException {
    boolean ours =
        AccessToken.ISSUER.equals(claims.getIssuer())
            && claims.getAudience().equals(java.util.List.of(AccessToken.AUDIENCE))
            && claims.getNotBefore() == null // auth never sets it
            && claims.getJwtId() != null;
    if (!ours) {
      throw refused();
    }
    return new AccessToken(
        UUID.fromString(claims.getSubject()),
        UUID.fromString(claims.getStringClaimValue("sid")),
        Role.of(claims.getStringClaimValue("role")),
        Math.toIntExact(claims.getClaimValue("rv", Long.class)),
        claims.getStringClaimValue("name"),
        Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
  }

  private static Problem refused() {
    return Problem.of(CommonProblem.UNAUTHENTICATED);
  }
}
