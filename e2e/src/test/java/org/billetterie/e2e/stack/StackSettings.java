package org.billetterie.e2e.stack;

import java.util.Map;
import java.util.TreeMap;

/// What a stack of the tests is started with, as environment variables for bin/up.
///
/// @param environment names and values; ports and folders are added by [Stack]
public record StackSettings(Map<String, String> environment) {
  public static final String ADMIN_EMAIL = "admin@e2e.example";

  /// Accounts by the thousand, cheap passwords, the test card.
  public static StackSettings usual() {
    return new StackSettings(
        Map.of(
            "LOAD_TEST", "true",
            "PAYMENT_TEST", "on",
            "AUTH_BCRYPT_COST", "4",
            "ADMIN_EMAIL", ADMIN_EMAIL));
  }

  public StackSettings with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, String.valueOf(value));
    return new StackSettings(Map.copyOf(more));
  }
}
