package org.billetterie.kit.token;

import io.vertx.core.http.HttpServerRequest;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// Proof that a request which a browser signed with its cookies was made by our own page.
public final class Csrf {
  /// The header that a page of another origin cannot send without being asked first.
  public static final String HEADER = "X-Billetterie";

  private Csrf() {}

  /// @throws Problem 403 unless the header is there and neither Origin nor Sec-Fetch-Site speaks of
  ///   another site
  public static void check(HttpServerRequest request, HouseSettings house) {
    String origin = request.getHeader("Origin");
    String site = request.getHeader("Sec-Fetch-Site");
    boolean ours =
        "1".equals(request.getHeader(HEADER))
            && (origin == null
                || house.acceptsOrigin(origin, request.getHeader("X-Forwarded-Proto")))
            && (site == null || "same-origin".equals(site) || "none".equals(site));
    if (!ours) {
      throw Problem.of(CommonProblem.CSRF);
    }
  }
}
