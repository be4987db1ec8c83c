package org.billetterie.e2e.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.billetterie.e2e.stack.Stack;

/// The very key that a stack signs its tokens with, opened with the master key that lies beside its
/// database: so that a forged token can be wrong in one thing alone.
record HouseKey(String id, RSAPublicKey publicKey, PrivateKey privateKey) {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  static HouseKey of(Stack stack) {
    Path folder = stack.logs().resolveSibling("auth");
    String sql = "SELECT id, public_key, private_key FROM signing_key ORDER BY created_at DESC";
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("auth.db"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      byte[] master =
          HexFormat.of().parseHex(Files.readString(folder.resolve("master.key")).strip());
      String id = row.getString(1);
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      return new HouseKey(
          id,
          (RSAPublicKey)
              rsa.generatePublic(
                  new X509EncodedKeySpec(Base64.getDecoder().decode(row.getString(2)))),
          rsa.generatePrivate(
              new PKCS8EncodedKeySpec(unwrap(row.getString(3), master, "signing-key:" + id))));
    } catch (SQLException | IOException | GeneralSecurityException unreadable) {
      throw new AssertionError("no signing key in " + folder, unreadable);
    }
  }

  private static byte[] unwrap(String wrapped, byte[] master, String purpose)
      throws GeneralSecurityException {
    byte[] all = Base64.getDecoder().decode(wrapped.substring(wrapped.indexOf('$') + 1));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(master, "AES"),
        new GCMParameterSpec(TAG_BITS, Arrays.copyOf(all, NONCE_BYTES)));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
  }
}
