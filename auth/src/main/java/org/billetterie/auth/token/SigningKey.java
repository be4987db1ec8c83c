package org.billetterie.auth.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;

/// A key pair for RS256.
///
/// @param id thumbprint of the public key (RFC 7638): 43 letters, digits, `-` or `_`
record SigningKey(String id, RSAPublicKey publicKey, PrivateKey privateKey) {
  private static final int BITS = 3072;

  /// Takes from a tenth of a second to several: primes are searched.
  static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      var pair = generator.generateKeyPair();
      return of(pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("RSA is missing", impossible);
    }
  }

  /// @param publicKey base64 of the X.509 form
  /// @param privateKey the PKCS #8 form
  static SigningKey of(String publicKey, byte[] privateKey) {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      return of(
          rsa.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
          rsa.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException("a signing key in the database is damaged", damaged);
    }
  }

  String encodedPublicKey() {
    return Base64.getEncoder().encodeToString(publicKey.getEncoded());
  }

  private static SigningKey of(PublicKey publicKey, PrivateKey privateKey) {
    RSAPublicKey rsa = (RSAPublicKey) publicKey;
    String id = new RsaJsonWebKey(rsa).calculateBase64urlEncodedThumbprint("SHA-256");
    return new SigningKey(id, rsa, privateKey);
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
