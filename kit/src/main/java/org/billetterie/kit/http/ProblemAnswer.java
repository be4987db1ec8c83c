package org.billetterie.kit.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.ProblemBody;
import org.billetterie.kit.problem.ProblemTexts;
import org.billetterie.kit.problem.ProblemType;

/// A problem answered before or behind the resources, where no exception mapper reaches.
final class ProblemAnswer {
  private ProblemAnswer() {}

  static void send(RoutingContext context, ProblemType type) {
    ProblemBody body =
        ProblemBody.of(
            Problem.of(type),
            ProblemTexts.localeOf(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
            RequestLog.requestId(context));
    RequestLog.noteProblem(context, type.slug());
    context
        .response()
        .setStatusCode(type.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(
            new JsonObject()
                .put("type", body.type())
                .put("title", body.title())
                .put("status", body.status())
                .put("detail", body.detail())
                .put("instance", body.instance())
                .encode());
  }
}
