package org.billetterie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RouteFilterTest {
  @Test
  void namesARouteWithoutThePatternsOfItsParameters() throws NoSuchMethodException {
    assertThat(RouteFilter.template(Tickets.class.getDeclaredMethod("list")))
        .isEqualTo("/api/tickets");
    assertThat(RouteFilter.template(Tickets.class.getDeclaredMethod("picture")))
        .isEqualTo("/api/tickets/{id}.svg");
  }

  @Path("/api/tickets")
  interface Tickets {
    void list();

    @Path("{id:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}.svg")
    void picture();
  }
}
