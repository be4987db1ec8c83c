package org.billetterie.e2e.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes tokens out of a real one: the same but for one thing.
final class Forge {
  private final HouseKey key;
  private final String genuine;
  private final KeyPair other = generate();

  /// @param genuine an access token that the house gave
  Forge(HouseKey key, String genuine) {
    this.key = key;
    this.genuine = genuine;
  }

  HouseKey key() {
    return key;
  }

  KeyPair other() {
    return other;
  }

  String genuine() {
    return genuine;
  }

  /// Part 0, 1 or 2 of the genuine token.
  String part(int index) {
    return genuine.split("\\.")[index];
  }

  String header() {
    return header("alg", "\"RS256\"");
  }

  /// @param value JSON, or null to leave the member out
  String header(String name, String value) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("alg", "\"RS256\"");
    members.put("kid", quoted(key.id()));
    members.put("typ", "\"at+jwt\"");
    return object(members, name, value);
  }

  String claims() {
    return new String(Base64.getUrlDecoder().decode(part(1)), StandardCharsets.UTF_8);
  }

  /// @param value JSON, or null to leave the claim out
  String claims(String name, String value) {
    String all = claims();
    Map<String, String> members = new LinkedHashMap<>();
    for (String member : all.substring(1, all.length() - 1).split(",")) {
      int colon = member.indexOf(':');
      members.put(member.substring(1, colon - 1), member.substring(colon + 1));
    }
    return object(members, name, value);
  }

  /// Signed with the house's own key.
  String sign(String header, String payload) {
    return sign(key.privateKey(), header, payload, "SHA256withRSA");
  }

  String signWithOther(String header, String payload) {
    return sign(other.getPrivate(), header, payload, "SHA256withRSA");
  }

  static String sign(PrivateKey with, String header, String payload, String algorithm) {
    String signed = encode(header) + "." + encode(payload);
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(with);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String hmac(byte[] secret) {
    String signed = encode(header("alg", "\"HS256\"")) + "." + encode(claims());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String object(Map<String, String> members, String name, String value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    List<String> parts = new ArrayList<>();
    members.forEach((member, text) -> parts.add(quoted(member) + ":" + text));
    return "{" + String.join(",", parts) + "}";
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
}
