package org.billetterie.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.Stack;

/// The routes that the running services say they have: their OpenAPI documents, which are made from
/// the same annotations as their routers.
public final class Routes {
  public static final List<String> DOCUMENTS = List.of("/api/auth/openapi", "/api/events/openapi");

  private Routes() {}

  public static SortedSet<Route> of(Stack stack) {
    SortedSet<Route> routes = new TreeSet<>();
    for (String document : DOCUMENTS) {
      JsonNode paths =
          new Api(stack.url()).get(document + "?format=json").expect(200).json().path("paths");
      paths
          .properties()
          .forEach(path ->
              path.getValue()
                  .fieldNames()
                  .forEachRemaining(method ->
                      routes.add(new Route(method.toUpperCase(Locale.ROOT), path.getKey()))));
    }
    return routes;
  }
}
