package org.billetterie.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that look like ours and must be refused wherever a token is asked for (RFC 8725 and the
/// attacks that it names). Some are signed with the very key of auth: only what they say is wrong.
public final class ForgedTokens {
  private final String keyId;
  private final RSAPublicKey publicKey;
  private final PrivateKey privateKey;
  private final String valid;
  private final KeyPair otherKey = generate();
  private final Map<String, String> cases = new LinkedHashMap<>();

  private ForgedTokens(String keyId, RSAPublicKey publicKey, PrivateKey privateKey, String valid) {
    this.keyId = keyId;
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    this.valid = valid;
  }

  /// @param valid a token that auth gave to an account which lives
  /// @param refreshToken one that it gave with it
  public static Map<String, String> all(
      String keyId,
      RSAPublicKey publicKey,
      PrivateKey privateKey,
      String valid,
      String refreshToken) {
    ForgedTokens forged = new ForgedTokens(keyId, publicKey, privateKey, valid);
    forged.algorithms();
    forged.signatures();
    forged.headers();
    forged.claims();
    forged.times();
    forged.shapes();
    forged.cases.put("a refresh token", refreshToken);
    return forged.cases;
  }

  private void algorithms() {
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      cases.put("alg " + none, join(header("alg", quoted(none)), payload(), ""));
    }
    cases.put("alg none, signature kept", join(header("alg", "\"none\""), payload(), part(2)));
    byte[] der = publicKey.getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    cases.put("HS256 with the public key (DER)", hmac(der));
    cases.put("HS256 with the public key (PEM)", hmac(pem.getBytes(StandardCharsets.US_ASCII)));
    cases.put("HS256 with the modulus", hmac(publicKey.getModulus().toByteArray()));
    cases.put("RS512", sign(header("alg", "\"RS512\""), payload(), "SHA512withRSA"));
    cases.put("RS256 said to be PS256", sign(header("alg", "\"PS256\""), payload()));
    cases.put("RS256 said to be ES256", sign(header("alg", "\"ES256\""), payload()));
    cases.put("RS256 in lower case", sign(header("alg", "\"rs256\""), payload()));
    cases.put("no alg", sign(header("alg", null), payload()));
  }

  private void signatures() {
    cases.put("empty signature", part(0) + "." + part(1) + ".");
    cases.put("no signature", part(0) + "." + part(1));
    cases.put("signature of another payload", part(0) + "." + encode(admin()) + "." + part(2));
    cases.put("cut signature", valid.substring(0, valid.length() - 8));
    cases.put("doubled signature", valid + part(2));
    cases.put("zero signature", part(0) + "." + part(1) + "." + encode("\0".repeat(384)));
    cases.put("another key under our id", signWith(otherKey.getPrivate(), header(), admin()));
    cases.put(
        "an unknown key", signWith(otherKey.getPrivate(), header("kid", "\"unknown\""), admin()));
  }

  private void headers() {
    String jwk =
        "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
            .formatted(encode(((RSAPublicKey) otherKey.getPublic()).getModulus().toByteArray()));
    cases.put("jwk with its own key", signWith(otherKey.getPrivate(), header("jwk", jwk), admin()));
    cases.put("jku", sign(header("jku", "\"http://127.0.0.1:9/jwks\""), payload()));
    cases.put("x5u", sign(header("x5u", "\"http://127.0.0.1:9/x5u\""), payload()));
    cases.put("x5c", sign(header("x5c", "[\"AAAA\"]"), payload()));
    cases.put("crit", sign(header("crit", "[\"exp\"]"), payload()));
    cases.put("b64 false", sign(header("b64", "false"), payload()));
    cases.put("zip", sign(header("zip", "\"DEF\""), payload()));
    cases.put("cty", sign(header("cty", "\"JWT\""), payload()));
    cases.put("no kid", sign(header("kid", null), payload()));
    cases.put("kid a path", sign(header("kid", "\"../../dev/null\""), payload()));
    cases.put("kid SQL", sign(header("kid", "\"x' OR '1'='1\""), payload()));
    cases.put("kid a number", sign(header("kid", "1"), payload()));
    cases.put("typ JWT", sign(header("typ", "\"JWT\""), payload()));
    cases.put("no typ", sign(header("typ", null), payload()));
    cases.put("typ in capitals", sign(header("typ", "\"AT+JWT\""), payload()));
    cases.put(
        "alg twice",
        sign(
            "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}"
                .formatted(keyId),
            payload()));
  }

  private void claims() {
    cases.put("another issuer", sign(header(), claims("iss", "\"somebody\"")));
    cases.put("no issuer", sign(header(), claims("iss", null)));
    cases.put("another audience", sign(header(), claims("aud", "\"elsewhere\"")));
    cases.put("two audiences", sign(header(), claims("aud", "[\"billetterie\",\"elsewhere\"]")));
    cases.put("no audience", sign(header(), claims("aud", null)));
    cases.put("no subject", sign(header(), claims("sub", null)));
    cases.put("subject no id", sign(header(), claims("sub", "\"admin\"")));
    cases.put("no session", sign(header(), claims("sid", null)));
    cases.put("session no id", sign(header(), claims("sid", "\"x\"")));
    cases.put("no role", sign(header(), claims("role", null)));
    cases.put("unknown role", sign(header(), claims("role", "\"Root\"")));
    cases.put("role in lower case", sign(header(), claims("role", "\"admin\"")));
    cases.put("roles in a list", sign(header(), claims("role", "[\"Admin\"]")));
    cases.put("no role version", sign(header(), claims("rv", null)));
    cases.put("role version in words", sign(header(), claims("rv", "\"1\"")));
    cases.put("role version too low", sign(header(), claims("rv", "0")));
    cases.put("no token id", sign(header(), claims("jti", null)));
    cases.put(
        "role twice",
        sign(header(), claims("role", "\"User\"").replace("}", ",\"role\":\"Admin\"}")));
  }

  private void times() {
    long now = Instant.now().getEpochSecond();
    cases.put("ended 31 s ago", sign(header(), claims("exp", String.valueOf(now - 31))));
    cases.put("no end", sign(header(), claims("exp", null)));
    cases.put("end in words", sign(header(), claims("exp", "\"tomorrow\"")));
    cases.put("end beyond time", sign(header(), claims("exp", "9223372036854775807")));
    cases.put("signed in a minute", sign(header(), claims("iat", String.valueOf(now + 60))));
    cases.put("no time of signing", sign(header(), claims("iat", null)));
    cases.put("not before a minute from now", sign(header(), claims("nbf", "" + (now + 60))));
  }

  private void shapes() {
    cases.put("nothing", "");
    cases.put("one dot", ".");
    cases.put("two dots", "..");
    cases.put("a dot behind", valid + ".");
    cases.put("four parts", valid + "." + part(2));
    cases.put("five parts, as JWE has", valid + "." + part(1) + "." + part(2));
    cases.put("padded base64", part(0) + "=." + part(1) + "." + part(2));
    cases.put("white space inside", part(0) + ". " + part(1) + "." + part(2));
    cases.put("a character beyond ASCII", part(0) + "." + part(1) + "é." + part(2));
    cases.put(
        "JSON serialization",
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted(part(0), part(1), part(2)));
    cases.put("payload no JSON", sign(header(), "not JSON"));
    cases.put("payload a list", sign(header(), "[]"));
    cases.put("header no JSON", sign("not JSON", payload()));
    cases.put("longer than any of ours", sign(header(), claims("name", quoted("x".repeat(4000)))));
    cases.put("twice", valid + "," + valid);
  }

  private String header() {
    return header("alg", "\"RS256\"");
  }

  private String header(String name, String value) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("alg", "\"RS256\"");
    members.put("kid", quoted(keyId));
    members.put("typ", "\"at+jwt\"");
    return object(members, name, value);
  }

  /// The claims of the valid token with one of them changed, or taken out where the value is null.
  private String claims(String name, String value) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String member : payload().substring(1, payload().length() - 1).split(",")) {
      int colon = member.indexOf(':');
      members.put(member.substring(1, colon - 1), member.substring(colon + 1));
    }
    return object(members, name, value);
  }

  private String admin() {
    return claims("role", "\"Admin\"");
  }

  private static String object(Map<String, String> members, String name, String value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    List<String> parts = new ArrayList<>();
    members.forEach((key, text) -> parts.add(quoted(key) + ":" + text));
    return "{" + String.join(",", parts) + "}";
  }

  private String payload() {
    return new String(Base64.getUrlDecoder().decode(part(1)), StandardCharsets.UTF_8);
  }

  private String part(int index) {
    return valid.split("\\.")[index];
  }

  private String hmac(byte[] key) {
    String signed = encode(header("alg", "\"HS256\"")) + "." + encode(admin());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String sign(String header, String payload) {
    return sign(header, payload, "SHA256withRSA");
  }

  private String sign(String header, String payload, String algorithm) {
    return sign(privateKey, header, payload, algorithm);
  }

  private static String signWith(PrivateKey key, String header, String payload) {
    return sign(key, header, payload, "SHA256withRSA");
  }

  private static String sign(PrivateKey key, String header, String payload, String algorithm) {
    String signed = encode(header) + "." + encode(payload);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String join(String header, String payload, String signature) {
    return encode(header) + "." + encode(payload) + "." + signature;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A token with the claims of another and another session: shows that what is signed with the key
  /// and says nothing wrong passes, so that the cases fail for their own reasons.
  public static String control(
      String keyId, RSAPublicKey publicKey, PrivateKey privateKey, String valid) {
    ForgedTokens forged = new ForgedTokens(keyId, publicKey, privateKey, valid);
    return forged.sign(forged.header(), forged.claims("sid", quoted(UUID.randomUUID().toString())));
  }
}
