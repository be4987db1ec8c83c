package org.billetterie.e2e.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;

/// The accounts of a stack: real ones by registering and signing in, crowds by bin/seed.
public final class People {
  private static final Duration SEEDED_GOOD_FOR = Duration.ofMinutes(7);
  private static final Map<Stack, Seeded> CROWDS = new WeakHashMap<>();

  private final Stack stack;
  private final Api door;

  public People(Stack stack) {
    this.stack = stack;
    this.door = new Api(stack.url());
  }

  public Api door() {
    return door;
  }

  /// The first Admin, freshly signed in.
  public Buyer admin() {
    return signIn(StackSettings.ADMIN_EMAIL);
  }

  /// Registers a new account of role User and signs it in.
  public Buyer registered(String name) {
    return signIn(register(name));
  }

  /// @return its e-mail
  public String register(String name) {
    String email = UUID.randomUUID() + "@e2e.example";
    door.post(
            "/api/auth/register",
            Map.of("email", email, "password", stack.canaries().password(), "name", name))
        .expect(201);
    return email;
  }

  public Buyer signIn(String email) {
    return Buyer.of(door, session(email).text("/accessToken"));
  }

  /// The whole answer of a bearer sign-in.
  public Answer session(String email) {
    Answer answer =
        door.post(
                "/api/auth/login",
                Map.of(
                    "email", email, "password", stack.canaries().password(), "session", "bearer"))
            .expect(200);
    stack.canaries().add(answer.text("/accessToken"));
    stack.canaries().add(answer.text("/refreshToken"));
    return answer;
  }

  /// A new account that an Admin has made EventCreator.
  public Organizer organizer() {
    String email = register("Organisatrice");
    String id = signIn(email).accountId();
    admin()
        .api()
        .send("PATCH", "/api/auth/accounts/" + id, Map.of("role", "EventCreator"))
        .expect(200);
    return new Organizer(signIn(email));
  }

  /// Buyers whose tokens are good for some minutes. Tests share them: every test has events of its
  /// own.
  public List<Buyer> buyers(int count) {
    synchronized (CROWDS) {
      Seeded seeded = CROWDS.get(stack);
      boolean old = seeded == null || seeded.at.plus(SEEDED_GOOD_FOR).isBefore(Instant.now());
      int missing = count - (old ? 0 : seeded.buyers.size());
      if (old) {
        seeded = new Seeded(Instant.now(), new ArrayList<>());
        CROWDS.put(stack, seeded);
      }
      if (missing > 0) {
        seeded.buyers.addAll(seed(missing));
      }
      return List.copyOf(seeded.buyers.subList(0, count));
    }
  }

  private List<Buyer> seed(int count) {
    Command seed = stack.run("bin/seed", "accounts", "" + count);
    if (seed.exit() != 0) {
      throw new AssertionError("bin/seed: " + seed.output());
    }
    return seed.output().lines().map(token -> Buyer.of(door, stack.canaries().add(token))).toList();
  }

  private record Seeded(Instant at, List<Buyer> buyers) {}
}
