package org.billetterie.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Notes the route's template for the log, and asks of every body that it be JSON of at most 64 kB,
/// or what the route says that it takes.
public final class RouteFilter {
  private static final int JSON_BYTES_MAX = 65_536;

  private final ConcurrentMap<Method, String> templates = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void note(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
    Method method = resource.getResourceMethod();
    if (method != null) {
      RequestLog.noteRoute(context, templates.computeIfAbsent(method, RouteFilter::template));
    }
    boolean hasBody =
        request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    Takes other = method == null ? null : method.getAnnotation(Takes.class);
    if (hasBody && other == null) {
      checkJson(request);
    } else if (hasBody && !startsWith(request.getHeaderString("Content-Type"), other.value())) {
      throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static void checkJson(ContainerRequestContext request) {
    if (!isJson(request.getHeaderString("Content-Type"))) {
      throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
    }
    if (request.getLength() > JSON_BYTES_MAX) {
      throw Problem.of(CommonProblem.PAYLOAD_TOO_LARGE);
    }
  }

  private static boolean startsWith(String contentType, String type) {
    return contentType != null && contentType.strip().toLowerCase(Locale.ROOT).startsWith(type);
  }

  /// Read as text: what is no media type at all makes the framework's own parser fail.
  static boolean isJson(String contentType) {
    return contentType != null
        && "application/json".equalsIgnoreCase(contentType.split(";", 2)[0].strip());
  }

  /// Without the patterns of parameters: `/api/tickets/{id}.svg`.
  static String template(Method method) {
    Path onClass = method.getDeclaringClass().getAnnotation(Path.class);
    Path onMethod = method.getAnnotation(Path.class);
    String path =
        (onClass == null ? "" : onClass.value()) + "/" + (onMethod == null ? "" : onMethod.value());
    String clean = ("/" + path).replaceAll("/+", "/").replaceAll("\\{(\\w+):[^/]*\\}", "{$1}");
    return clean.length() > 1 && clean.endsWith("/")
        ? clean.substring(0, clean.length() - 1)
        : clean;
  }
}
