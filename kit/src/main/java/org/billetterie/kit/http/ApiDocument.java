package org.billetterie.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// The OpenAPI document is JSON, as every other answer; who asks for YAML by name gets YAML.
@Singleton
final class ApiDocument {
  private static final int BEFORE_THE_DOCUMENT = 8_000;

  void install(@Observes Filters filters) {
    filters.register(ApiDocument::preferJson, BEFORE_THE_DOCUMENT);
  }

  private static void preferJson(RoutingContext context) {
    if (context.normalizedPath().endsWith("/openapi")) {
      String asked = context.request().getHeader(HttpHeaders.ACCEPT);
      if (asked == null || !asked.contains("yaml")) {
        context.request().headers().set(HttpHeaders.ACCEPT, "application/json");
      }
    }
    context.next();
  }
}
