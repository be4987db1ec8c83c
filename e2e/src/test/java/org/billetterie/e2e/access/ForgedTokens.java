package org.billetterie.e2e.access;

import static org.billetterie.e2e.access.Forge.encode;
import static org.billetterie.e2e.access.Forge.quoted;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values of `Authorization` that look like ours and must be refused everywhere (RFC 8725 and the
/// attacks that it names).
final class ForgedTokens {
  private final Forge forge;
  private final Map<String, String> cases = new LinkedHashMap<>();

  private ForgedTokens(Forge forge) {
    this.forge = forge;
  }

  /// @param refreshToken one that the house gave with the genuine access token
  /// @return the header's value by what is wrong with it
  static Map<String, String> all(Forge forge, String refreshToken) {
    ForgedTokens forged = new ForgedTokens(forge);
    forged.algorithms();
    forged.signatures();
    forged.headers();
    forged.claims();
    forged.times();
    forged.shapes();
    forged.add("a refresh token", refreshToken);
    forged.schemes();
    return forged.cases;
  }

  private void add(String name, String token) {
    cases.put(name, "Bearer " + token);
  }

  private void algorithms() {
    String claims = forge.claims();
    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      add(
          "alg '" + none + "'",
          encode(forge.header("alg", quoted(none))) + "." + encode(claims) + ".");
    }
    String noAlgorithm = encode(forge.header("alg", "\"none\""));
    add("alg none, signature kept", noAlgorithm + "." + encode(claims) + "." + forge.part(2));
    byte[] der = forge.key().publicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    add("HS256 with the public key (DER)", forge.hmac(der));
    add("HS256 with the public key (PEM)", forge.hmac(pem.getBytes(StandardCharsets.US_ASCII)));
    add("HS256 with the modulus", forge.hmac(forge.key().publicKey().getModulus().toByteArray()));
    String rs512 = forge.header("alg", "\"RS512\"");
    add("RS512", Forge.sign(forge.key().privateKey(), rs512, claims, "SHA512withRSA"));
    add("RS256 said to be PS256", forge.sign(forge.header("alg", "\"PS256\""), claims));
    add("RS256 said to be ES256", forge.sign(forge.header("alg", "\"ES256\""), claims));
    add("RS256 in lower case", forge.sign(forge.header("alg", "\"rs256\""), claims));
    add("no alg", forge.sign(forge.header("alg", null), claims));
  }

  private void signatures() {
    String admin = forge.claims("name", "\"Somebody else\"");
    String genuine = forge.genuine();
    add("empty signature", forge.part(0) + "." + forge.part(1) + ".");
    add("no signature", forge.part(0) + "." + forge.part(1));
    add("signature of another payload", forge.part(0) + "." + encode(admin) + "." + forge.part(2));
    add("cut signature", genuine.substring(0, genuine.length() - 8));
    add("doubled signature", genuine + forge.part(2));
    add("zero signature", forge.part(0) + "." + forge.part(1) + "." + encode(new byte[384]));
    add("another key under our id", forge.signWithOther(forge.header(), admin));
    add("an unknown key", forge.signWithOther(forge.header("kid", "\"unknown\""), admin));
  }

  private void headers() {
    RSAPublicKey other = (RSAPublicKey) forge.other().getPublic();
    String jwk =
        "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
            .formatted(encode(other.getModulus().toByteArray()));
    add("jwk with its own key", forge.signWithOther(forge.header("jwk", jwk), forge.claims()));
    Map<String, String> members = new LinkedHashMap<>();
    members.put("jku", "\"http://127.0.0.1:9/jwks\"");
    members.put("x5u", "\"http://127.0.0.1:9/x5u\"");
    members.put("x5c", "[\"AAAA\"]");
    members.put("crit", "[\"exp\"]");
    members.put("b64", "false");
    members.put("zip", "\"DEF\"");
    members.put("cty", "\"JWT\"");
    members.put("extra", "1");
    members.forEach((name, value) ->
        add("header " + name, forge.sign(forge.header(name, value), forge.claims())));
    for (String kid : new String[] {null, "1", "\"../../dev/null\"", "\"x' OR '1'='1\""}) {
      add("kid " + kid, forge.sign(forge.header("kid", kid), forge.claims()));
    }
    for (String typ : new String[] {null, "\"JWT\"", "\"AT+JWT\"", "\"refresh\""}) {
      add("typ " + typ, forge.sign(forge.header("typ", typ), forge.claims()));
    }
    String twice = forge.header().replaceFirst("\\{", "{\"alg\":\"none\",");
    add("alg twice", forge.sign(twice, forge.claims()));
  }

  private void claims() {
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    wrong.put("iss", List.of("\"somebody\"", "\"\""));
    wrong.put("aud", List.of("\"elsewhere\"", "[\"billetterie\",\"elsewhere\"]", "[]"));
    wrong.put("sub", List.of("\"admin\"", "1"));
    wrong.put("sid", List.of("\"x\"", "1"));
    wrong.put("role", List.of("\"Root\"", "\"admin\"", "[\"Admin\"]"));
    wrong.put("rv", List.of("\"1\"", "0", "1.5"));
    wrong.forEach((claim, values) -> {
      for (String value : values) {
        add(claim + " " + value, forge.sign(forge.header(), forge.claims(claim, value)));
      }
    });
    for (String claim : List.of("iss", "aud", "sub", "sid", "role", "rv", "jti", "iat", "exp")) {
      add("no " + claim, forge.sign(forge.header(), forge.claims(claim, null)));
    }
    String twice = forge.claims().replaceFirst("}$", ",\"role\":\"Admin\"}");
    add("role twice", forge.sign(forge.header(), twice));
  }

  private void times() {
    long now = Instant.now().getEpochSecond();
    add("ended 31 s ago", forge.sign(forge.header(), forge.claims("exp", "" + (now - 31))));
    add("end in words", forge.sign(forge.header(), forge.claims("exp", "\"tomorrow\"")));
    add("end beyond time", forge.sign(forge.header(), forge.claims("exp", "9223372036854775807")));
    add("signed in an hour", forge.sign(forge.header(), forge.claims("iat", "" + (now + 3600))));
    add(
        "not before in an hour",
        forge.sign(forge.header(), forge.claims("nbf", "" + (now + 3600))));
  }

  private void shapes() {
    String genuine = forge.genuine();
    String head = forge.part(0);
    String body = forge.part(1);
    String tail = forge.part(2);
    add("nothing", "");
    add("one dot", ".");
    add("two dots", "..");
    add("a dot behind", genuine + ".");
    add("four parts", genuine + "." + tail);
    add("five parts, as JWE has", genuine + "." + body + "." + tail);
    add("padded base64", head + "=." + body + "." + tail);
    add("white space inside", head + ". " + body + "." + tail);
    add("a character beyond ASCII", head + "." + body + "é." + tail);
    add(
        "JSON serialization",
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted(head, body, tail));
    add("payload no JSON", forge.sign(forge.header(), "not JSON"));
    add("payload a list", forge.sign(forge.header(), "[]"));
    add("header no JSON", forge.sign("not JSON", forge.claims()));
    add("5 kB", forge.sign(forge.header(), forge.claims("name", quoted("x".repeat(3000)))));
    add("twice", genuine + "," + genuine);
  }

  private void schemes() {
    String genuine = forge.genuine();
    cases.put("scheme in lower case", "bearer " + genuine);
    cases.put("no scheme", genuine);
    cases.put("another scheme", "Token " + genuine);
    cases.put(
        "Basic",
        "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.UTF_8)));
    cases.put("a tab behind the scheme", "Bearer\t" + genuine);
    cases.put("two schemes", "Bearer Bearer " + genuine);
  }
}
