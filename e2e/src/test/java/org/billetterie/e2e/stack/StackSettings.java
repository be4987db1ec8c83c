package org.billetterie.e2e.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a stack of the tests is started with.
///
/// @param environment variables for bin/up; ports and folders are added by [Stack]
/// @param options of bin/up, like `--demo`
public record StackSettings(Map<String, String> environment, List<String> options) {
  public static final String ADMIN_EMAIL = "admin@e2e.example";

  /// Accounts by the thousand, cheap passwords, the test card.
  public static StackSettings usual() {
    return new StackSettings(
        Map.of(
            "LOAD_TEST", "true",
            "PAYMENT_TEST", "on",
            "AUTH_BCRYPT_COST", "4",
            "ADMIN_EMAIL", ADMIN_EMAIL),
        List.of());
  }

  /// The demo world, as bin/up --demo shows it to anybody.
  public static StackSettings demo() {
    return new StackSettings(Map.of(), List.of("--demo"));
  }

  public StackSettings with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, String.valueOf(value));
    return new StackSettings(Map.copyOf(more), options);
  }
}
