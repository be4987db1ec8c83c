package org.billetterie.e2e.containers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.Organizer;

/// Accounts of the containers' world, which only its door and its commands reach.
final class Guests {
  private static final Pattern PASSWORD = Pattern.compile("(?im)^password.*: (\\S+)$");
  private static final Pattern TOKEN = Pattern.compile("(?m)^eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+$");

  /// No port of auth is published, so the request is made within its container.
  private static final String SEED =
      """
      body='{"count":%d}'
      exec 3<>/dev/tcp/127.0.0.1/3001
      printf 'POST /internal/load-test/accounts HTTP/1.0\\r\\nHost: localhost\\r\\nAccept: text/plain\\r\\n' >&3
      printf 'X-Hop-Secret: %%s\\r\\nContent-Type: application/json\\r\\n' "$(cat /secrets/hop-secret)" >&3
      printf 'Content-Length: %%d\\r\\n\\r\\n%%s' "${#body}" "$body" >&3
      cat <&3
      """;

  private final Containers containers;
  private final String password = UUID.randomUUID().toString();

  Guests(Containers containers) {
    this.containers = containers;
  }

  /// @return its e-mail
  String register() {
    String email = UUID.randomUUID() + "@e2e.example";
    containers
        .door()
        .post("/api/auth/register", Map.of("email", email, "password", password, "name", "Invitée"))
        .expect(201);
    return email;
  }

  Buyer signIn(String email) {
    return Buyer.of(containers.door(), tryIn(email, password).expect(200).text("/accessToken"));
  }

  Answer tryIn(String email, String password) {
    return containers
        .door()
        .post("/api/auth/login", Map.of("email", email, "password", password, "session", "bearer"));
  }

  /// An account that an Admin has made EventCreator.
  ///
  /// @return its e-mail
  String organizer(Buyer admin) {
    String email = register();
    admin
        .api()
        .send(
            "PATCH",
            "/api/auth/accounts/" + signIn(email).accountId(),
            Map.of("role", "EventCreator"))
        .expect(200);
    return email;
  }

  Organizer asOrganizer(String email) {
    return new Organizer(signIn(email));
  }

  /// An Admin whom `admin create` makes within auth's container.
  Buyer admin() {
    String email = UUID.randomUUID() + "@e2e.example";
    String shown = passwordIn(containers.composeExec("auth", "admin", "create", email));
    return Buyer.of(containers.door(), tryIn(email, shown).expect(200).text("/accessToken"));
  }

  List<Buyer> crowd(int count) {
    String answer = containers.exec("auth", "bash", "-c", SEED.formatted(count));
    List<Buyer> buyers =
        TOKEN
            .matcher(answer.replace("\r", ""))
            .results()
            .map(token -> Buyer.of(containers.door(), token.group()))
            .toList();
    if (buyers.size() != count) {
      throw new AssertionError("seeded " + buyers.size() + " accounts, not " + count);
    }
    return buyers;
  }

  static String passwordIn(String shown) {
    Matcher found = PASSWORD.matcher(shown);
    if (!found.find()) {
      throw new AssertionError("no password is shown");
    }
    return found.group(1);
  }
}
