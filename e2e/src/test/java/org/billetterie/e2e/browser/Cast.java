package org.billetterie.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Stack;

/// Those who play in a browser test, and what the API says about them.
final class Cast {
  private final Stack stack;
  private final People people;

  Cast(Stack stack) {
    this.stack = stack;
    this.people = new People(stack);
  }

  People people() {
    return people;
  }

  String password() {
    return stack.canaries().password();
  }

  static String newEmail() {
    return UUID.randomUUID() + "@e2e.example";
  }

  /// A name that only one test uses.
  static String newTitle(String beginning) {
    return beginning + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  /// @return the e-mail of a new account with this role
  String account(String role, String name) {
    String email = newEmail();
    people
        .admin()
        .api()
        .post(
            "/api/auth/accounts",
            Map.of("email", email, "name", name, "role", role, "password", password()))
        .expect(201);
    return email;
  }

  /// A published event of somebody else.
  Show show(String title, int capacity, long... prices) {
    return organizer().publish(title, capacity, prices);
  }

  Organizer organizer() {
    return new Organizer(people.signIn(account("EventCreator", "Théâtre des Essais")));
  }

  /// What the buyer with this e-mail has ordered, newest first.
  JsonNode orders(String email) {
    return orders(people.signIn(email));
  }

  JsonNode orders(Buyer buyer) {
    return buyer.api().get("/api/orders").expect(200).json().path("items");
  }

  JsonNode tickets(String email) {
    return people.signIn(email).api().get("/api/tickets").expect(200).json().path("items");
  }
}
