package org.billetterie.webd.house;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.Caller;
import org.billetterie.kit.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// `/api/house`: who runs this ticket office.
@Path("/api/house")
@Produces(MediaType.APPLICATION_JSON)
public class HouseResource {
  private final KeepHouse house;
  private final Caller caller;

  HouseResource(KeepHouse house, Caller caller) {
    this.house = house;
    this.caller = caller;
  }

  /// Name, colour, contact, which legal texts there are, and how one can pay.
  @GET
  @PermitAll
  @Operation(summary = "Read who runs this ticket office")
  public HouseView find() {
    return house.find();
  }

  /// Changes what is named and leaves the rest; an empty text takes away.
  @PATCH
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Change name, colour or contact")
  public HouseView change(@NotNull @Valid HouseRequest request) {
    return house.change(request, caller.accountId());
  }

  /// What a colour would look like: how well it can be read, and what would be shown instead.
  ///
  /// @param of `#rrggbb`, with or without the `#`
  @GET
  @Path("accent")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Try a colour")
  public Accent accent(@RestQuery String of) {
    String hex = of == null ? "" : "#" + of.replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    if (!hex.matches(Color.HEX)) {
      throw Problem.field("/of", "invalid");
    }
    return Accent.of(hex);
  }

  /// `legal`, `terms` or `privacy`, in both languages; empty until it is written.
  @GET
  @Path("texts/{name:" + HouseText.Name.PATTERN + "}")
  @PermitAll
  @Operation(summary = "Read a legal text")
  public HouseText text(@RestPath String name) {
    return house.text(HouseText.Name.of(name));
  }

  @PUT
  @Path("texts/{name:" + HouseText.Name.PATTERN + "}")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Write a legal text")
  public HouseText write(@RestPath String name, @NotNull @Valid HouseText text) {
    return house.write(HouseText.Name.of(name), text, caller.accountId());
  }
}
