package org.billetterie.e2e.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;

/// Accounts of any role, as the first Admin makes them: that is not limited by the door as
/// registering is.
public final class Accounts {
  private static final Duration SIGNED_IN_FOR = Duration.ofMinutes(7);
  private static final Map<Stack, Desk> DESKS = new WeakHashMap<>();

  private final Stack stack;
  private final People people;

  public Accounts(Stack stack) {
    this.stack = stack;
    this.people = new People(stack);
  }

  /// @param role as it is written on the wire
  /// @return its account id
  public Made make(String role) {
    String email = UUID.randomUUID() + "@e2e.example";
    Map<String, String> fields =
        Map.of("email", email, "name", "Camille " + role, "role", role, "password", password());
    String id = admin().api().post("/api/auth/accounts", fields).expect(201).text("/account/id");
    return new Made(id, email);
  }

  /// A new account of that role, signed in.
  public Buyer signedIn(String role) {
    return people.signIn(make(role).email());
  }

  public Buyer user() {
    return signedIn("User");
  }

  public Organizer organizer() {
    return new Organizer(signedIn("EventCreator"));
  }

  /// The first Admin. Tests share the session: none of them ends it.
  public Buyer admin() {
    synchronized (DESKS) {
      Desk desk = DESKS.get(stack);
      if (desk == null || desk.at.plus(SIGNED_IN_FOR).isBefore(Instant.now())) {
        desk = new Desk(Instant.now(), people.signIn(StackSettings.ADMIN_EMAIL));
        DESKS.put(stack, desk);
      }
      return desk.admin;
    }
  }

  public String password() {
    return stack.canaries().password();
  }

  public record Made(String id, String email) {}

  private record Desk(Instant at, Buyer admin) {}
}
