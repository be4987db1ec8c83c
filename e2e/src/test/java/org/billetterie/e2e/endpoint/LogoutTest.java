package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `POST /api/auth/logout`. That webd hears of it within 5 s is tested with the feed.
@ExtendWith(SharedStack.class)
class LogoutTest {
  private static final String PATH = "/api/auth/logout";

  @Test
  void endsTheSessionOfARefreshToken(Stack stack) {
    Answer session = session(stack);
    Map<String, String> body = Map.of("refreshToken", session.text("/refreshToken"));
    Api door = new Api(stack.url());

    door.post(PATH, body).expect(204);
    door.post(PATH, body).expect(204);
    door.post("/api/auth/refresh", body).expect(401, "session-ended");
    bearer(stack, session).get("/api/auth/me").expect(401, "session-ended");
  }

  @Test
  void endsTheSessionOfAnAccessToken(Stack stack) {
    Answer session = session(stack);

    bearer(stack, session).send("POST", PATH, null).expect(204);
    bearer(stack, session).send("POST", PATH, null).expect(401, "session-ended");
    Map<String, String> body = Map.of("refreshToken", session.text("/refreshToken"));
    new Api(stack.url()).post("/api/auth/refresh", body).expect(401, "session-ended");
  }

  @Test
  void makesTheBrowserForgetItsCookies(Stack stack) {
    Cookies cookies = Cookies.signIn(stack, new Accounts(stack).make("User").email());
    Api page = new Api(stack.url(), "Cookie", cookies.header());

    page.send("POST", PATH, null).expect(403, "csrf");
    Answer answer = page.send("POST", PATH, null, "X-Billetterie", "1").expect(204);
    assertThat(Cookies.of(answer).lines()).hasSize(2).allMatch(line -> line.contains("Max-Age=0"));
    page.get("/api/auth/me").expect(401, "session-ended");
  }

  /// Another session of the same account goes on.
  @Test
  void endsNoOtherSession(Stack stack) {
    String email = new Accounts(stack).make("User").email();
    Answer one = new People(stack).session(email);
    Answer other = new People(stack).session(email);
    bearer(stack, one).send("POST", PATH, null).expect(204);

    bearer(stack, other).get("/api/auth/me").expect(200);
  }

  @Test
  void needsSomethingToEnd(Stack stack) {
    new Api(stack.url()).send("POST", PATH, null).expect(401, "unauthenticated");
    new Api(stack.url()).post(PATH, Map.of("refreshToken", "nonsense")).expect(204);
  }

  private static Answer session(Stack stack) {
    return new People(stack).session(new Accounts(stack).make("User").email());
  }

  private static Api bearer(Stack stack, Answer session) {
    return new Api(stack.url(), "Authorization", "Bearer " + session.text("/accessToken"));
  }
}
