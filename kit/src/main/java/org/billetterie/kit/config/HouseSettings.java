package org.billetterie.kit.config;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/// What both services are told about the house they stand in.
///
/// @param publicUrl scheme, host and port that links are made with; no path
/// @param acceptedHosts `Host` values that are answered; all others get 421
/// @param insecureCookies whether sign-in is open over plain http away from localhost
/// @param hopSecret what `/internal` asks of its callers; never logged
public record HouseSettings(
    URI publicUrl,
    Set<String> acceptedHosts,
    boolean insecureCookies,
    boolean demo,
    boolean loadTest,
    String hopSecret) {

  public static HouseSettings from(Settings settings) {
    URI publicUrl = publicUrl(settings);
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(publicUrl.getAuthority());
    Arrays.stream(settings.text("ACCEPTED_HOSTS", "localhost:8080,127.0.0.1:8080").split(","))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .forEach(hosts::add);
    String hopSecret = settings.secret("HOP_SECRET").orElse("");
    if (hopSecret.length() < 32) {
      settings.mistake("HOP_SECRET", "must hold at least 32 characters (or HOP_SECRET_FILE)");
    }
    return new HouseSettings(
        publicUrl,
        Set.copyOf(hosts),
        settings.flag("ALLOW_INSECURE_COOKIES"),
        settings.flag("DEMO"),
        settings.flag("LOAD_TEST"),
        hopSecret);
  }

  /// Whether browsers reach the house by https, so that cookies carry `Secure` and `__Host-`.
  public boolean https() {
    return "https".equals(publicUrl.getScheme());
  }

  /// Whether a browser may be given a session: https, a loopback name, or an operator who said so.
  public boolean signInOpen() {
    String host = publicUrl.getHost();
    boolean loopback = "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    return https() || loopback || insecureCookies;
  }

  /// Whether a browser's `Origin` is one of ours.
  ///
  /// @param cameBy the scheme of the request, as the door tells it: on the machine itself a house
  ///   that is public by https is reached by http, and pages of that address are ours too
  public boolean acceptsOrigin(String origin, String cameBy) {
    int end = origin.indexOf("://");
    if (end <= 0) {
      return false;
    }
    String scheme = origin.substring(0, end);
    return (scheme.equals(publicUrl.getScheme()) || scheme.equals(cameBy))
        && acceptedHosts.contains(origin.substring(end + 3));
  }

  @Override
  public String toString() {
    return "HouseSettings[" + publicUrl + "]";
  }

  private static URI publicUrl(Settings settings) {
    String text = settings.text("PUBLIC_URL", "http://localhost:8080");
    try {
      URI url = URI.create(text);
      boolean plain =
          ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
              && url.getHost() != null
              && url.getPath().isEmpty()
              && url.getQuery() == null;
      if (plain) {
        return url;
      }
    } catch (IllegalArgumentException notAUrl) {
      // Said below.
    }
    settings.mistake("PUBLIC_URL", "must look like https://tickets.example.org, without a path");
    return URI.create("http://localhost:8080");
  }
}
