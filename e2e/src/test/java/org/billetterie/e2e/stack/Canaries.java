package org.billetterie.e2e.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Everything secret that a stack was told or gave: passwords, tokens, cookies, card numbers. None
/// of it may be found in its logs.
public final class Canaries {
  /// What the test payment accepts; a number all the same.
  public static final String CARD = "4242424242424242";

  public static final String DECLINED_CARD = "4000000000000002";

  private static final int LEAST = 12;

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final String password = "canari-" + random(15);

  Canaries() {
    secrets.addAll(List.of(CARD, DECLINED_CARD, password));
  }

  /// The password of every account of this stack that has one.
  public String password() {
    return password;
  }

  /// Remembers a secret. Of a signed token the signature counts: the rest is no secret.
  public String add(String secret) {
    String tail = secret.substring(secret.lastIndexOf('.') + 1);
    if (tail.length() < LEAST) {
      throw new IllegalArgumentException("too short to be looked for");
    }
    secrets.add(tail);
    return secret;
  }

  /// @param place a file, or a folder of files
  /// @throws AssertionError with file and line, but without the secret
  public void assertAbsent(Path place) {
    List<String> found = find(place);
    if (!found.isEmpty()) {
      throw new AssertionError("secrets in logs: " + found);
    }
  }

  List<String> find(Path place) {
    List<String> found = new ArrayList<>();
    // Long secrets share no prefix: the first characters of each are looked up before the whole.
    Set<String> heads = ConcurrentHashMap.newKeySet();
    secrets.forEach(secret -> heads.add(secret.substring(0, LEAST)));
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
          int number = 0;
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (holds(line, heads)) {
              found.add(file.getFileName() + ":" + number);
            }
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return found;
  }

  private boolean holds(String line, Set<String> heads) {
    for (int i = 0; i + LEAST <= line.length(); i++) {
      if (heads.contains(line.substring(i, i + LEAST))
          && secrets.stream().anyMatch(line::contains)) {
        return true;
      }
    }
    return false;
  }

  private static String random(int bytes) {
    byte[] noise = new byte[bytes];
    new SecureRandom().nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }
}
