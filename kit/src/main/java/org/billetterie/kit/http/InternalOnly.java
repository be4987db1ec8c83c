package org.billetterie.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.problem.CommonProblem;

/// The gate before the routes: `/internal` asks for the hop secret, and only our own hosts are
/// answered. Strangers to `/internal` read 404, as they do at lb.
@ApplicationScoped
public class InternalOnly {
  public static final String HEADER = "X-Hop-Secret";

  private static final int AFTER_THE_REQUEST_ID = 9_000;

  private final byte[] secret;

  InternalOnly(HouseSettings house) {
    this.secret = house.hopSecret().getBytes(StandardCharsets.UTF_8);
  }

  void install(@Observes Filters filters) {
    filters.register(this::gate, AFTER_THE_REQUEST_ID);
  }

  private void gate(RoutingContext context) {
    if (context.normalizedPath().startsWith("/internal") && !knowsTheSecret(context)) {
      ProblemAnswer.send(context, CommonProblem.NOT_FOUND);
      return;
    }
    context.next();
  }

  private boolean knowsTheSecret(RoutingContext context) {
    String given = context.request().getHeader(HEADER);
    return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret);
  }
}
