package org.billetterie.kit.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.ProblemType;

/// Answers problem+json where no resource is concerned: unknown paths, and requests that the HTTP
/// layer itself refuses.
@ApplicationScoped
public class NoRoute {
  void install(@Observes Router router) {
    router.route().last().handler(context -> ProblemAnswer.send(context, CommonProblem.NOT_FOUND));
    router.errorHandler(400, context -> answer(context, CommonProblem.MALFORMED));
    router.errorHandler(404, context -> answer(context, CommonProblem.NOT_FOUND));
    router.errorHandler(405, context -> answer(context, CommonProblem.METHOD_NOT_ALLOWED));
    router.errorHandler(413, context -> answer(context, CommonProblem.PAYLOAD_TOO_LARGE));
  }

  private static void answer(RoutingContext context, ProblemType type) {
    if (!context.response().ended()) {
      ProblemAnswer.send(context, type);
    }
  }
}
