package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What the door sets on every response, whatever its status and whoever made it.
final class SecurityHeaders {
  private static final Map<String, String> EXACT = new LinkedHashMap<>();

  static {
    EXACT.put(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types svelte-trusted-html billetterie-worker");
    EXACT.put("X-Content-Type-Options", "nosniff");
    EXACT.put("Referrer-Policy", "strict-origin-when-cross-origin");
    EXACT.put("Cross-Origin-Opener-Policy", "same-origin");
    EXACT.put("Cross-Origin-Resource-Policy", "same-origin");
    EXACT.put("X-Frame-Options", "DENY");
  }

  private SecurityHeaders() {}

  /// @param tls whether the answer came by https
  static void check(String what, Raw.Response response, boolean tls) {
    EXACT.forEach((name, value) ->
        assertThat(all(response, name)).as("%s of %s", name, what).isEqualTo(value));
    assertThat(all(response, "Permissions-Policy"))
        .as(what)
        .contains("camera=(self)", "microphone=()", "geolocation=()", "payment=()", "usb=()");
    assertThat(all(response, "X-Request-Id")).as(what).matches("[0-9a-f]{32}");
    assertThat(all(response, "Server")).as("no version in %s", what).isEqualTo("nginx");
    assertThat(all(response, "X-Powered-By")).as(what).isEmpty();
    assertThat(all(response, "Strict-Transport-Security"))
        .as("HSTS of %s", what)
        .isEqualTo(tls ? "max-age=63072000; includeSubDomains" : "");
  }

  /// Every line of that name: a header that came twice is not exact.
  private static String all(Raw.Response response, String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return String.join(
        "\n",
        response.headers().stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
            .map(line -> line.substring(start.length()).strip())
            .toList());
  }
}
