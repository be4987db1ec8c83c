package org.billetterie.kit.token;

import org.billetterie.kit.config.HouseSettings;

/// Names of the two session cookies: with the `__Host-` prefix wherever the house is reached by
/// https.
public record CookieNames(String access, String refresh) {
  public static CookieNames of(HouseSettings house) {
    String prefix = house.https() ? "__Host-" : "";
    return new CookieNames(prefix + "billetterie_at", prefix + "billetterie_rt");
  }
}
