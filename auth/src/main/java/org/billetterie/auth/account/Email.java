package org.billetterie.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address as its owner wrote it, and the key by which it is found again whatever the
/// case.
public record Email(String text) {
  private static final int LENGTH_MAX = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s@\\p{Cntrl}\\p{Cs}<>()\\[\\],;:\\\\\"]{1,64}"
              + "@(localhost|[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,62})(\\.[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62})+)");

  public Email {
    if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /// Empty for text that is not an address; white space around it is dropped.
  public static Optional<Email> find(String text) {
    try {
      return Optional.of(new Email(text.strip()));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  public String key() {
    return keyOf(text);
  }

  /// The key that text would have if it were an address: for looking one up.
  public static String keyOf(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
