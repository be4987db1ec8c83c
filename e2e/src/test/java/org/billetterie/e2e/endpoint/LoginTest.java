package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `POST /api/auth/login`, and what a session is then good for.
@ExtendWith(SharedStack.class)
class LoginTest {
  private static final String PATH = "/api/auth/login";

  @Test
  void aProgramGetsTokens(Stack stack) {
    Accounts.Made account = new Accounts(stack).make("User");
    Answer answer = signIn(stack, account.email(), stack.canaries().password()).expect(200);

    assertThat(answer.text("/expiresIn")).isEqualTo("900");
    assertThat(answer.text("/account/id")).isEqualTo(account.id());
    assertThat(answer.header("set-cookie")).isEmpty();
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    Api api = new Api(stack.url(), "Authorization", "Bearer " + answer.text("/accessToken"));
    assertThat(api.get("/api/auth/me").expect(200).text("/email")).isEqualTo(account.email());
    api.get("/api/orders").expect(200);
  }

  @Test
  void aPageGetsCookiesThatNoScriptCanRead(Stack stack) {
    Accounts.Made account = new Accounts(stack).make("User");
    Cookies cookies = Cookies.signIn(stack, account.email());

    assertThat(cookies.lines()).hasSize(2);
    assertThat(cookies.lines())
        .allSatisfy(line ->
            assertThat(line)
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/;")
                .doesNotContain("Domain", "; Secure"));
    assertThat(cookies.names()).containsExactly("billetterie_at", "billetterie_rt");
    assertThat(cookies.answer().body()).doesNotContain("accessToken", "refreshToken");
    Api page = new Api(stack.url(), "Cookie", cookies.header());
    assertThat(page.get("/api/auth/me").expect(200).text("/id")).isEqualTo(account.id());
    page.get("/api/orders").expect(200);
  }

  @Test
  void theAddressIsFoundInAnyCase(Stack stack) {
    Accounts.Made account = new Accounts(stack).make("User");

    signIn(stack, account.email().toUpperCase(Locale.ROOT), stack.canaries().password())
        .expect(200);
  }

  /// An unknown address cannot be told from a wrong password.
  @Test
  void wrongPasswordAndUnknownAddressReadAlike(Stack stack) {
    Accounts.Made account = new Accounts(stack).make("User");
    for (String password :
        List.of("wrong-password", "", "é".repeat(200), "x".repeat(5000), "a\0b")) {
      Answer wrong = signIn(stack, account.email(), password).expect(401, "bad-credentials");
      Answer unknown = signIn(stack, "nobody@e2e.example", password).expect(401, "bad-credentials");

      assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
      assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }
  }

  /// Only to who knows the password.
  @Test
  void aDisabledAccountIsToldSo(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Accounts.Made account = accounts.make("User");
    accounts
        .admin()
        .api()
        .send("PATCH", "/api/auth/accounts/" + account.id(), Map.of("disabled", true))
        .expect(200);

    signIn(stack, account.email(), accounts.password()).expect(401, "account-disabled");
    signIn(stack, account.email(), "wrong-password").expect(401, "bad-credentials");
  }

  @Test
  void fieldsAreChecked(Stack stack) {
    Api door = new Api(stack.url());

    Answer none = door.post(PATH, Map.of(), "X-Billetterie", "1").expect(422, "invalid-fields");
    assertThat(none.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/email", "/password");
    Map<String, String> odd = Map.of("email", "a@b.example", "password", "x", "session", "forever");
    assertThat(door.post(PATH, odd).expect(422, "invalid-fields").text("/errors/0/pointer"))
        .isEqualTo("/session");
    door.post(PATH, "{\"email\":").expect(400, "malformed");
    door.post(PATH, "{}", "Content-Type", "text/plain").expect(415, "unsupported-media-type");
    door.post(PATH, Map.of("email", "a@b.example", "password", "x")).expect(403, "csrf");
  }

  private static Answer signIn(Stack stack, String email, String password) {
    Map<String, String> login = Map.of("email", email, "password", password, "session", "bearer");
    Answer answer = new Api(stack.url()).post(PATH, login);
    if (answer.status() == 200) {
      stack.canaries().add(answer.text("/accessToken"));
      stack.canaries().add(answer.text("/refreshToken"));
    }
    return answer;
  }
}
