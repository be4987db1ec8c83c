package org.billetterie.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.SortedSet;
import java.util.concurrent.CompletionException;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.ProblemBody;
import org.billetterie.kit.problem.ProblemTexts;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The one place where an exception becomes an answer.
public final class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final int RETRY_SECONDS = 2;

  private final AllowedMethods allowedMethods;

  ProblemMapper(AllowedMethods allowedMethods) {
    this.allowedMethods = allowedMethods;
  }

  @ServerExceptionMapper
  Response problem(Problem problem, RoutingContext context) {
    return answer(problem, context);
  }

  @ServerExceptionMapper
  Response constraints(ConstraintViolationException violations, RoutingContext context) {
    return answer(BodyProblems.of(violations), context);
  }

  @ServerExceptionMapper
  Response json(JsonProcessingException unreadable, RoutingContext context) {
    return answer(BodyProblems.of(unreadable), context);
  }

  /// Named apart from its parent: the framework brings a mapper of its own for this one.
  @ServerExceptionMapper
  Response mismatched(
      com.fasterxml.jackson.databind.exc.MismatchedInputException unreadable,
      RoutingContext context) {
    return answer(BodyProblems.of(unreadable), context);
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException none, RoutingContext context) {
    return answer(Problem.of(CommonProblem.UNAUTHENTICATED), context);
  }

  @ServerExceptionMapper
  Response authenticationFailed(AuthenticationFailedException failed, RoutingContext context) {
    return answer(
        failed.getCause() instanceof Problem problem
            ? problem
            : Problem.of(CommonProblem.UNAUTHENTICATED),
        context);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException refused, RoutingContext context) {
    return answer(Problem.of(CommonProblem.FORBIDDEN), context);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException thrown, RoutingContext context) {
    if (thrown.getCause() instanceof JsonProcessingException unreadable) {
      return answer(BodyProblems.of(unreadable), context);
    }
    int status = thrown.getResponse().getStatus();
    if (status == 404 || status == 405) {
      return noSuchMethod(status, context);
    }
    CommonProblem type =
        switch (status) {
          case 401 -> CommonProblem.UNAUTHENTICATED;
          case 403 -> CommonProblem.FORBIDDEN;
          case 406 -> CommonProblem.NOT_ACCEPTABLE;
          case 413 -> CommonProblem.PAYLOAD_TOO_LARGE;
          case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
          case 503 -> CommonProblem.UNAVAILABLE;
          default -> status < 500 ? CommonProblem.MALFORMED : CommonProblem.INTERNAL;
        };
    if (type == CommonProblem.INTERNAL) {
      return unexpected(thrown, context);
    }
    Problem problem = Problem.of(type);
    if (type == CommonProblem.UNAVAILABLE) {
      problem.retryAfter(RETRY_SECONDS);
    }
    return answer(problem, context);
  }

  /// 405 with what is allowed where the path is one of ours, else 404.
  private Response noSuchMethod(int status, RoutingContext context) {
    SortedSet<String> allowed = allowedMethods.of(context.normalizedPath());
    boolean known = !allowed.isEmpty() && !allowed.contains(context.request().method().name());
    if (!known && status == 404) {
      return answer(Problem.of(CommonProblem.NOT_FOUND), context);
    }
    Response answer = answer(Problem.of(CommonProblem.METHOD_NOT_ALLOWED), context);
    return Response.fromResponse(answer)
        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
        .build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable thrown, RoutingContext context) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Problem problem) {
      return answer(problem, context);
    }
    String id = RequestLog.requestId(context);
    LOG.errorf(cause, "unexpected failure of request %s", id);
    return answer(Problem.of(CommonProblem.INTERNAL), context);
  }

  /// Who is refused before the route is called has none in the log yet.
  private Response answer(Problem problem, RoutingContext context) {
    if (!RequestLog.hasRoute(context)) {
      allowedMethods
          .template(context.normalizedPath())
          .ifPresent(route -> RequestLog.noteRoute(context, route));
    }
    ProblemBody body =
        ProblemBody.of(
            problem,
            ProblemTexts.localeOf(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
            RequestLog.requestId(context));
    Response.ResponseBuilder answer =
        Response.status(problem.type().status()).type(ProblemBody.MEDIA_TYPE).entity(body);
    if (problem.retryAfterSeconds() > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
    }
    RequestLog.noteProblem(context, problem.type().slug());
    return answer.build();
  }
}
