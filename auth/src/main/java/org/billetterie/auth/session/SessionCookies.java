package org.billetterie.auth.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.token.CookieNames;

/// The two cookies of a browser's session: HttpOnly, SameSite=Strict, for the whole origin and no
/// other; on https `Secure` with the `__Host-` prefix.
@Singleton
final class SessionCookies {
  private final CookieNames names;
  private final boolean secure;

  SessionCookies(HouseSettings house) {
    this.names = CookieNames.of(house);
    this.secure = house.https();
  }

  List<String> of(Grant grant) {
    return List.of(
        cookie(names.access(), grant.accessToken(), grant.accessTokenLife().toSeconds()),
        cookie(names.refresh(), grant.refreshToken(), grant.remaining().toSeconds()));
  }

  /// Makes the browser forget both.
  List<String> none() {
    return List.of(cookie(names.access(), "", 0), cookie(names.refresh(), "", 0));
  }

  Optional<String> access(HttpServerRequest request) {
    return value(request, names.access());
  }

  Optional<String> refresh(HttpServerRequest request) {
    return value(request, names.refresh());
  }

  private static Optional<String> value(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getCookie(name))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  /// Written out as RFC 6265 has it: the framework would add attributes of an older one.
  private String cookie(String name, String value, long maxAgeSeconds) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(name, value, maxAgeSeconds, secure ? "; Secure" : "");
  }
}
