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

  @Test
  void takesJsonAloneForABody() {
    assertThat(RouteFilter.isJson("application/json")).isTrue();
    assertThat(RouteFilter.isJson("Application/JSON ; charset=utf-8")).isTrue();
    for (String other : new String[] {null, "", ";", "a/b/c", "text/plain", "application/jsonp"}) {
      assertThat(RouteFilter.isJson(other)).as(other).isFalse();
    }
  }

  @Test
  void knowsTheMethodsOfAPathByItsTemplate() {
    assertThat(AllowedMethods.pattern("/api/tickets/{id}.svg").matcher("/api/tickets/x.svg"))
        .matches(matcher -> matcher.matches());
    assertThat(AllowedMethods.pattern("/api/tickets/{id}").matcher("/api/tickets/x/y"))
        .matches(matcher -> !matcher.matches());
  }

  @Path("/api/tickets")
  interface Tickets {
    void list();

    @Path("{id:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}.svg")
    void picture();
  }
}
