package org.billetterie.auth;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.billetterie.kit.http.RequestLog;
import org.billetterie.kit.problem.ProblemTexts;

/// What the rules need to know of the request that they serve.
@RequestScoped
public class Requester {
  private final RoutingContext context;

  Requester(RoutingContext context) {
    this.context = context;
  }

  /// The id under which all logs know this request.
  public String requestId() {
    return RequestLog.requestId(context);
  }

  /// The language in which to answer.
  public Locale locale() {
    return ProblemTexts.localeOf(context.request().getHeader("Accept-Language"));
  }
}
