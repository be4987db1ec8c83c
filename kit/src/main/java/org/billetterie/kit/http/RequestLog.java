package org.billetterie.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Gives each request its id and writes one line for it when its answer has left.
///
/// The line never holds a query string, a header or a body: that is where secrets travel.
@ApplicationScoped
public class RequestLog {
  private static final Logger LOG = Logger.getLogger("billetterie.request");
  private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final String ID = "billetterie.requestId";
  private static final String ROUTE = "billetterie.route";
  private static final String ACCOUNT = "billetterie.account";
  private static final String PROBLEM = "billetterie.problem";
  private static final int BEFORE_ALL_OTHERS = 10_000;

  void install(@Observes Filters filters) {
    filters.register(RequestLog::begin, BEFORE_ALL_OTHERS);
  }

  /// The id that lb gave, or one made here for a request that came without.
  public static String requestId(RoutingContext context) {
    String id = context.get(ID);
    return id == null ? "none" : id;
  }

  public static void noteRoute(RoutingContext context, String route) {
    context.put(ROUTE, route);
  }

  static boolean hasRoute(RoutingContext context) {
    return context.get(ROUTE) != null;
  }

  public static void noteAccount(RoutingContext context, UUID accountId) {
    context.put(ACCOUNT, accountId.toString());
  }

  public static void noteProblem(RoutingContext context, String slug) {
    context.put(PROBLEM, slug);
  }

  private static void begin(RoutingContext context) {
    HttpServerRequest request = context.request();
    String given = request.getHeader("X-Request-Id");
    boolean usable = given != null && GIVEN.matcher(given).matches();
    String id = usable ? given : UUID.randomUUID().toString().replace("-", "");
    context.put(ID, id);
    context.response().putHeader("X-Request-Id", id);
    long startedAt = System.nanoTime();
    context.addEndHandler(ended -> write(context, id, startedAt));
    context.next();
  }

  private static void write(RoutingContext context, String id, long startedAt) {
    int status = context.response().getStatusCode();
    boolean routine =
        context.request().path().startsWith("/health")
            || "/metrics".equals(context.request().path());
    // A part that is not ready yet is asked many times a second: that is no error.
    Logger.Level level =
        routine ? Logger.Level.DEBUG : status >= 500 ? Logger.Level.ERROR : Logger.Level.INFO;
    if (!LOG.isEnabled(level)) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("requestId", id);
    fields.put("method", context.request().method().name());
    fields.put("route", hasRoute(context) ? context.get(ROUTE) : "none");
    fields.put("status", status);
    fields.put("durationMs", (System.nanoTime() - startedAt) / 1_000_000);
    if (context.get(ACCOUNT) != null) {
      fields.put("accountId", context.get(ACCOUNT));
    }
    if (context.get(PROBLEM) != null) {
      fields.put("problem", context.get(PROBLEM));
    }
    StructuredLog.write(LOG, level, "request", fields);
  }
}
