package org.billetterie.e2e.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.e2e.stack.Canaries;

/// Somebody with an account, signed in with a bearer token.
///
/// @param api carries the token
public record Buyer(String accountId, Api api) {

  /// @param token of a session that exists already
  public static Buyer of(Api door, String token) {
    String claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    String id = new Answer(200, null, claims).text("/sub");
    return new Buyer(id, door.with("Authorization", "Bearer " + token));
  }

  /// The same account through another address.
  public Buyer at(URI other) {
    return new Buyer(accountId, api.at(other));
  }

  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  /// Places an order for free or priced seats of one type.
  public Answer order(String eventId, String typeId, int seats, String key) {
    return order(eventId, Map.of(typeId, seats), key);
  }

  public Answer order(String eventId, Map<String, Integer> seats, String key) {
    List<Map<String, Object>> lines =
        seats.entrySet().stream()
            .map(each ->
                Map.<String, Object>of("ticketTypeId", each.getKey(), "quantity", each.getValue()))
            .toList();
    return api.post(
        "/api/events/" + eventId + "/orders", Map.of("lines", lines), "Idempotency-Key", key);
  }

  /// Pays with the test card.
  public Answer pay(String orderId, String key) {
    return pay(orderId, key, Canaries.CARD);
  }

  public Answer pay(String orderId, String key, String cardNumber) {
    Object card = Map.of("number", cardNumber, "expiry", "12/40", "cvc", "123");
    return api.post(
        "/api/orders/" + orderId + "/payment",
        Map.of("method", "test-card", "card", card),
        "Idempotency-Key",
        key);
  }
}
