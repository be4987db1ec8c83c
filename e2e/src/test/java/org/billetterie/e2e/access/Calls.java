package org.billetterie.e2e.access;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Picture;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Canaries;

/// How each route is called so that it does something: with new things of the cast each time.
public final class Calls {
  private static final Map<Route, Function<Cast, Call>> CALLS = new TreeMap<>();

  static {
    sessions();
    accounts();
    events();
    orders();
    house();
    pages();
    images();
  }

  private Calls() {}

  /// @throws AssertionError for a route that nobody has described here
  public static Call of(Route route, Cast cast) {
    Function<Cast, Call> call = CALLS.get(route);
    if (call == null) {
      throw new AssertionError("say in Calls how " + route + " is called");
    }
    return call.apply(cast);
  }

  public static SortedSet<Route> routes() {
    return new TreeSet<>(CALLS.keySet());
  }

  private static void sessions() {
    put(
        "POST /api/auth/register",
        cast ->
            post(
                "/api/auth/register",
                Map.of("email", address(), "password", password(cast), "name", "Ana")));
    put(
        "POST /api/auth/login",
        cast ->
            post(
                "/api/auth/login",
                Map.of(
                    "email",
                    cast.account().email(),
                    "password",
                    password(cast),
                    "session",
                    "bearer")));
    put(
        "POST /api/auth/refresh",
        cast ->
            post(
                "/api/auth/refresh", Map.of("refreshToken", cast.session().text("/refreshToken"))));
    put(
        "POST /api/auth/logout",
        cast ->
            post("/api/auth/logout", Map.of("refreshToken", cast.session().text("/refreshToken"))));
    put(
        "POST /api/auth/password",
        cast ->
            post(
                "/api/auth/password",
                Map.of("currentPassword", password(cast), "newPassword", password(cast))));
    put("GET /api/auth/me", cast -> get("/api/auth/me"));
    put("GET /api/auth/jwks.json", cast -> get("/api/auth/jwks.json"));
    put("GET /api/auth/status", cast -> get("/api/auth/status"));
  }

  private static void accounts() {
    put("GET /api/auth/accounts", cast -> get("/api/auth/accounts?q=camille&limit=5"));
    put(
        "POST /api/auth/accounts",
        cast ->
            post("/api/auth/accounts", Map.of("email", address(), "name", "Ana", "role", "User")));
    put("GET /api/auth/accounts/{id}", cast -> get("/api/auth/accounts/" + cast.account().id()));
    put(
        "PATCH /api/auth/accounts/{id}",
        cast ->
            Call.of("PATCH", "/api/auth/accounts/" + cast.account().id(), Map.of("role", "Basic")));
    put(
        "DELETE /api/auth/accounts/{id}",
        cast -> Call.of("DELETE", "/api/auth/accounts/" + cast.account().id(), null));
    put(
        "POST /api/auth/accounts/{id}/recovery",
        cast -> post("/api/auth/accounts/" + cast.account().id() + "/recovery", null));
    put(
        "POST /api/auth/recovery",
        cast ->
            post(
                "/api/auth/recovery",
                Map.of("token", cast.recoveryToken(), "newPassword", password(cast))));
    put(
        "POST /api/auth/recovery/check",
        cast -> post("/api/auth/recovery/check", Map.of("token", cast.recoveryToken())));
  }

  private static void events() {
    put("GET /api/events", cast -> get("/api/events?q=table&limit=5"));
    put(
        "GET /api/events/availability/live",
        cast -> get("/api/events/availability/live?id=" + cast.show().id()));
    put("GET /api/events/{id}/sales/live", cast -> get(cast.show().path() + "/sales/live"));
    put("POST /api/events", cast -> post("/api/events", Show.draft("Neuf", 5, 0)));
    put("GET /api/events/{id}", cast -> get(cast.show().path()));
    put(
        "PUT /api/events/{id}",
        cast -> {
          Show show = cast.show();
          return Call.of(
              "PUT", show.path(), show.edited("title", "Autre titre"), "If-Match", show.etag());
        });
    put(
        "DELETE /api/events/{id}",
        cast -> {
          Show show = cast.show();
          return Call.of("DELETE", show.path(), null, "If-Match", show.etag());
        });
    put("GET /api/events/{id}/qr.svg", cast -> get(cast.show().path() + "/qr.svg"));
    put(
        "POST /api/events/{id}/copies",
        cast -> {
          Map<String, Object> dates = Map.of("startsAt", List.of("2031-01-10T20:30:00+01:00"));
          String path = cast.show().path() + "/copies";
          return Call.of("POST", path, dates, "Idempotency-Key", Buyer.newKey());
        });
    put("GET /api/events/{id}/sales", cast -> get(cast.show().path() + "/sales"));
    put(
        "POST /api/events/{id}/orders",
        cast -> {
          Show show = cast.show();
          return Call.of(
              "POST", show.path() + "/orders", lines(show), "Idempotency-Key", Buyer.newKey());
        });
  }

  private static void pages() {
    put("GET /", cast -> get("/"));
    put("GET /events/{id}", cast -> get("/events/" + cast.show().id()));
    put("GET /sitemap.xml", cast -> get("/sitemap.xml"));
  }

  private static void orders() {
    put("GET /api/orders", cast -> get("/api/orders?limit=5"));
    put("GET /api/orders/{id}", cast -> get("/api/orders/" + cast.unpaidOrder().text("/id")));
    put(
        "DELETE /api/orders/{id}",
        cast -> Call.of("DELETE", "/api/orders/" + cast.unpaidOrder().text("/id"), null));
    put(
        "POST /api/orders/{id}/payment",
        cast -> {
          Answer order = cast.unpaidOrder();
          String path = "/api/orders/" + order.text("/id") + "/payment";
          return Call.of("POST", path, payment(), "Idempotency-Key", Buyer.newKey());
        });
    put("GET /api/tickets", cast -> get("/api/tickets?limit=5"));
    put("GET /api/tickets/{id}", cast -> get("/api/tickets/" + cast.ticketId()));
    put("GET /api/tickets/{id}.svg", cast -> get("/api/tickets/" + cast.ticketId() + ".svg"));
  }

  private static void images() {
    put(
        "POST /api/images",
        cast ->
            Call.of(
                "POST",
                "/api/images?for=cover",
                Picture.random().png(),
                "Content-Type",
                "image/png"));
    put("GET /api/images/{id}", cast -> get("/api/images/" + cast.imageId()));
    put("GET /api/images/{id}/small", cast -> get("/api/images/" + cast.imageId() + "/small"));
  }

  /// The colour that is already there, and texts that nobody else reads: other tests look at both.
  private static void house() {
    put("GET /api/house", cast -> get("/api/house"));
    put(
        "PATCH /api/house",
        cast -> Call.of("PATCH", "/api/house", Map.of("contactPhone", "+33 2 47 00 00 00")));
    put("GET /api/house/accent", cast -> get("/api/house/accent?of=8a1538"));
    put("GET /api/house/texts/{name}", cast -> get("/api/house/texts/terms"));
    put(
        "PUT /api/house/texts/{name}",
        cast -> Call.of("PUT", "/api/house/texts/privacy", Map.of("fr", "", "en", "")));
  }

  static Map<String, Object> payment() {
    return Map.of(
        "method",
        "test-card",
        "card",
        Map.of("number", Canaries.CARD, "expiry", "12/40", "cvc", "123"));
  }

  static Map<String, Object> lines(Show show) {
    return Map.of("lines", List.of(Map.of("ticketTypeId", show.type(0), "quantity", 1)));
  }

  private static String address() {
    return UUID.randomUUID() + "@e2e.example";
  }

  private static String password(Cast cast) {
    return cast.accounts().password();
  }

  private static Call get(String path) {
    return Call.of("GET", path, null);
  }

  private static Call post(String path, Object body) {
    return Call.of("POST", path, body);
  }

  private static void put(String route, Function<Cast, Call> call) {
    CALLS.put(Route.parse(route), call);
  }
}
