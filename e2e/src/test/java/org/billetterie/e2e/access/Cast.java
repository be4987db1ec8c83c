package org.billetterie.e2e.access;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.client.Picture;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;

/// One caller for each column of the access table, and what they own.
public final class Cast {
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
  private static final int SEATS = 1000;

  private final Stack stack;
  private final Accounts accounts;
  private final People people;
  private final Map<Who, Api> callers = new EnumMap<>(Who.class);
  private final Buyer holder;
  private final Organizer owner;

  public Cast(Stack stack) {
    this.stack = stack;
    accounts = new Accounts(stack);
    people = new People(stack);
    holder = accounts.user();
    owner = accounts.organizer();
    callers.put(Who.ANONYMOUS, new Api(stack.url()));
    callers.put(Who.BASIC, accounts.signedIn("Basic").api());
    callers.put(Who.USER, accounts.user().api());
    callers.put(Who.HOLDER, holder.api());
    callers.put(Who.OWNER, owner.account().api());
    callers.put(Who.OTHER, accounts.organizer().account().api());
    callers.put(Who.ADMIN, accounts.signedIn("Admin").api());
    callers.put(Who.EXPIRED, expired());
    callers.put(Who.DELETED, changed("DELETE", null));
    callers.put(Who.DEMOTED, changed("PATCH", Map.of("role", "User")));
    callers.put(Who.DISABLED, changed("PATCH", Map.of("disabled", true)));
  }

  public Api caller(Who who) {
    return callers.get(who);
  }

  public Stack stack() {
    return stack;
  }

  public Accounts accounts() {
    return accounts;
  }

  Buyer holder() {
    return holder;
  }

  Organizer owner() {
    return owner;
  }

  /// A published event of the owner: type 0 is free, type 1 is not.
  public Show show() {
    return owner.publish("Pièce de la table", SEATS, 0, 1500);
  }

  /// Reserved seats of the holder, not paid.
  public Answer unpaidOrder() {
    Show show = show();
    return holder.order(show.id(), show.type(1), 1, Buyer.newKey()).expect(201);
  }

  public String ticketId() {
    Show show = show();
    return holder
        .order(show.id(), show.type(0), 1, Buyer.newKey())
        .expect(201)
        .text("/tickets/0/id");
  }

  public Accounts.Made account() {
    return accounts.make("User");
  }

  /// An image that the owner has sent.
  public String imageId() {
    return Picture.random().sendBy(owner.account().api());
  }

  /// What the fragment of a link holds that sets the password of a new account.
  public String recoveryToken() {
    String path = "/api/auth/accounts/" + account().id() + "/recovery";
    String url = accounts.admin().api().post(path, null).expect(201).text("/url");
    return stack.canaries().add(url.substring(url.indexOf('#') + 1));
  }

  /// Both tokens of a new session of a new account.
  public Answer session() {
    return people.session(accounts.make("User").email());
  }

  /// A token that was an Admin's until a moment ago. Asks until webd has heard of the change.
  private Api changed(String method, Object change) {
    Buyer victim = accounts.signedIn("Admin");
    accounts
        .admin()
        .api()
        .send(method, "/api/auth/accounts/" + victim.accountId(), change)
        .expect("DELETE".equals(method) ? 204 : 200);
    Until.holds(
        "webd refuses the old token",
        HEARD_WITHIN,
        () -> victim.api().get("/api/orders").status() == 401);
    return victim.api();
  }

  /// A token of an Admin that was good for 15 minutes and ended 31 seconds ago.
  private Api expired() {
    Forge forge = forge("Admin");
    String token =
        forge.sign(forge.header(), forge.claims("exp", "" + (Instant.now().getEpochSecond() - 31)));
    return new Api(stack.url(), "Authorization", "Bearer " + token);
  }

  Forge forge(String role) {
    String token = people.session(accounts.make(role).email()).text("/accessToken");
    return new Forge(HouseKey.of(stack), token);
  }
}
