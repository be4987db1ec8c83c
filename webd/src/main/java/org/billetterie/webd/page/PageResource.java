package org.billetterie.webd.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.billetterie.kit.problem.ProblemTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/// `/`, `/events/{id}` and `/sitemap.xml`, as the door serves them. When there is no answer or no
/// such event, the door sends the frontend's page as it is.
@Path("/")
@Produces("text/html;charset=UTF-8")
public class PageResource {
  private final Pages pages;

  PageResource(Pages pages) {
    this.pages = pages;
  }

  /// What is on, in French or English by `Accept-Language`.
  @GET
  @PermitAll
  @Operation(summary = "Read what is on as a page")
  public String list(@RestHeader("Accept-Language") String language) {
    return pages.list(ProblemTexts.localeOf(language));
  }

  /// 404 unless anybody may see it.
  @GET
  @Path("events/{id}")
  @PermitAll
  @Operation(summary = "Read an event as a page")
  public String event(@RestPath UUID id, @RestHeader("Accept-Language") String language) {
    return pages.event(id, ProblemTexts.localeOf(language));
  }

  /// The addresses of what is on.
  @GET
  @Path("sitemap.xml")
  @Produces("application/xml;charset=UTF-8")
  @PermitAll
  @Operation(summary = "List the pages for search engines")
  public String sitemap() {
    return pages.sitemap();
  }
}
