package org.billetterie.auth.token;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.billetterie.auth.AuthConfig;
import org.billetterie.auth.account.Account;
import org.billetterie.kit.Ids;
import org.billetterie.kit.token.AccessToken;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// Signs access tokens.
@Singleton
public final class Tokens {
  private final SigningKeys keys;
  private final Duration life;
  private final Clock clock;

  Tokens(SigningKeys keys, AuthConfig config, Clock clock) {
    this.keys = keys;
    this.life = config.accessTokenLife();
    this.clock = clock;
  }

  /// How long a token lasts.
  public Duration life() {
    return life;
  }

  /// A token for that account and session, good for [#life()] from now.
  public String sign(Account account, UUID sessionId) {
    Instant now = clock.instant();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(AccessToken.ISSUER);
    claims.setAudience(AccessToken.AUDIENCE);
    claims.setSubject(account.id().toString());
    claims.setClaim("sid", sessionId.toString());
    claims.setClaim("role", account.role().wire());
    claims.setClaim("rv", account.roleVersion());
    claims.setClaim("name", account.name());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
    claims.setJwtId(Ids.next().toString());
    return sign(claims.toJson());
  }

  private String sign(String claims) {
    SigningKey key = keys.current();
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AccessToken.ALGORITHM);
    signature.setKeyIdHeaderValue(key.id());
    signature.setHeader("typ", AccessToken.TYPE);
    signature.setPayload(claims);
    signature.setKey(key.privateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException unsigned) {
      throw new IllegalStateException("a token could not be signed", unsigned);
    }
  }
}
