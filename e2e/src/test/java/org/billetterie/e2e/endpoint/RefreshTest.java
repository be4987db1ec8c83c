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

/// `POST /api/auth/refresh`.
@ExtendWith(SharedStack.class)
class RefreshTest {
  private static final String PATH = "/api/auth/refresh";

  @Test
  void givesNewTokensWithTheRoleOfNow(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Answer first = new People(stack).session(accounts.make("User").email());
    String id = first.text("/account/id");
    accounts
        .admin()
        .api()
        .send("PATCH", "/api/auth/accounts/" + id, Map.of("role", "EventCreator"))
        .expect(200);
    Answer next = refresh(stack, first.text("/refreshToken")).expect(200);

    assertThat(next.text("/account/role")).isEqualTo("EventCreator");
    assertThat(next.text("/accessToken")).isNotEqualTo(first.text("/accessToken"));
    assertThat(next.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
    new Api(stack.url(), "Authorization", "Bearer " + next.text("/accessToken"))
        .get("/api/auth/me")
        .expect(200);
  }

  /// Two tabs at once: both go on with the same token.
  @Test
  void aTokenUsedAMomentAgoGivesTheSameSuccessor(Stack stack) {
    String token = session(stack).text("/refreshToken");

    String one = refresh(stack, token).expect(200).text("/refreshToken");
    assertThat(refresh(stack, token).expect(200).text("/refreshToken")).isEqualTo(one);
    refresh(stack, one).expect(200);
  }

  @Test
  void aBrowserRefreshesItsCookies(Stack stack) {
    Cookies cookies = Cookies.signIn(stack, new Accounts(stack).make("User").email());
    Api page = new Api(stack.url(), "Cookie", cookies.header());

    page.send("POST", PATH, null).expect(403, "csrf");
    Answer answer = page.send("POST", PATH, null, "X-Billetterie", "1").expect(200);
    Cookies next = Cookies.of(answer);
    assertThat(next.names()).containsExactly("billetterie_at", "billetterie_rt");
    assertThat(next.only("billetterie_rt")).isNotEqualTo(cookies.only("billetterie_rt"));
    assertThat(answer.body()).doesNotContain("accessToken", "refreshToken");
  }

  @Test
  void otherTokensAreRefused(Stack stack) {
    Answer session = session(stack);

    refresh(stack, "nonsense").expect(401, "session-ended");
    refresh(stack, session.text("/accessToken")).expect(401, "session-ended");
    new Api(stack.url()).send("POST", PATH, null).expect(401, "unauthenticated");
    new Api(stack.url()).post(PATH, Map.of("token", "x")).expect(422, "invalid-fields");
  }

  @Test
  void cookieAndBodyAtOnceAreRefused(Stack stack) {
    Cookies cookies = Cookies.signIn(stack, new Accounts(stack).make("User").email());
    String token = session(stack).text("/refreshToken");

    new Api(stack.url(), "Cookie", cookies.header(), "X-Billetterie", "1")
        .post(PATH, Map.of("refreshToken", token))
        .expect(400, "both-credentials");
  }

  private static Answer session(Stack stack) {
    return new People(stack).session(new Accounts(stack).make("User").email());
  }

  private static Answer refresh(Stack stack, String token) {
    return new Api(stack.url()).post(PATH, Map.of("refreshToken", token));
  }
}
