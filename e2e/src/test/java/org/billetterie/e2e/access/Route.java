package org.billetterie.e2e.access;

import java.util.Comparator;

/// A method and a path with its parameters in braces.
public record Route(String method, String path) implements Comparable<Route> {
  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::path).thenComparing(Route::method);

  /// @param text like `GET /api/events/{id}`
  public static Route parse(String text) {
    String[] parts = text.split(" ");
    return new Route(parts[0], parts[1]);
  }

  public boolean reads() {
    return "GET".equals(method) || "HEAD".equals(method);
  }

  @Override
  public int compareTo(Route other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
