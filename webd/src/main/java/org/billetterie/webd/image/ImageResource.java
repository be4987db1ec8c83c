package org.billetterie.webd.image;

import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.billetterie.kit.http.Takes;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/api/images`: what covers and the logo are made of.
@Path("/api/images")
public class ImageResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Images images;
  private final Caller caller;

  ImageResource(Images images, Caller caller) {
    this.images = images;
    this.caller = caller;
  }

  /// Takes a JPEG or PNG of at most 8 MB and 25 million pixels, whatever its name and header say,
  /// and draws it anew. Then name its id in an event's `cover` or as the house's `logo`; what
  /// nothing names is forgotten after a week.
  ///
  /// @param use `cover` or `logo`
  @POST
  @Takes("image/")
  @RolesAllowed({Role.Names.EVENT_CREATOR, Role.Names.ADMIN})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Send an image")
  public RestResponse<ImageLinks> take(@RestQuery("for") String use, InputStream body) {
    Kind kind = Kind.find(use).orElseThrow(() -> Problem.field("/for", "invalid"));
    ImageLinks links = ImageLinks.of(images.take(body, kind, caller.accountId()));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, links)
        .header("Location", links.url())
        .build();
  }

  /// The large drawing; never another one under this address.
  @GET
  @Path("{id:" + ImageLinks.ID + "}")
  @PermitAll
  @Operation(summary = "Show an image")
  public RestResponse<byte[]> large(@RestPath String id, HttpServerResponse response) {
    return answer(images.find(id, "large"), response);
  }

  @GET
  @Path("{id:" + ImageLinks.ID + "}/small")
  @PermitAll
  @Operation(summary = "Show an image in its small size")
  public RestResponse<byte[]> small(@RestPath String id, HttpServerResponse response) {
    return answer(images.find(id, "small"), response);
  }

  /// In place of the `no-store` of every other answer: the framework would add a second header.
  private static RestResponse<byte[]> answer(Picture picture, HttpServerResponse response) {
    response.putHeader("Cache-Control", FOR_EVER);
    return RestResponse.ResponseBuilder.ok(picture.bytes(), picture.mediaType()).build();
  }
}
