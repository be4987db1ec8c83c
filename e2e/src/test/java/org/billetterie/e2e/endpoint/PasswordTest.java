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

/// `POST /api/auth/password`.
@ExtendWith(SharedStack.class)
class PasswordTest {
  private static final String PATH = "/api/auth/password";

  @Test
  void changesItAndEndsEveryOtherSession(Stack stack) {
    String email = new Accounts(stack).make("User").email();
    String old = stack.canaries().password();
    String next = old + "-\uD83C\uDFAD";
    Api mine = bearer(stack, new People(stack).session(email));
    Api other = bearer(stack, new People(stack).session(email));

    mine.post(PATH, Map.of("currentPassword", old, "newPassword", next)).expect(204);

    mine.get("/api/auth/me").expect(200);
    other.get("/api/auth/me").expect(401, "session-ended");
    signIn(stack, email, old).expect(401, "bad-credentials");
    signIn(stack, email, next).expect(200);
    signIn(stack, email, next + " ").expect(401, "bad-credentials");
  }

  @Test
  void needsTheOldOneAndALongEnoughNewOne(Stack stack) {
    Api mine = new Accounts(stack).user().api();
    String old = stack.canaries().password();

    assertField(
        mine.post(PATH, Map.of("currentPassword", "wrong-one", "newPassword", old)),
        "/currentPassword",
        "wrong-password");
    assertField(
        mine.post(PATH, Map.of("currentPassword", old, "newPassword", "short")),
        "/newPassword",
        "length");
    assertField(mine.post(PATH, Map.of("currentPassword", old)), "/newPassword", "required");
    new Api(stack.url())
        .post(PATH, Map.of("currentPassword", old, "newPassword", old))
        .expect(401, "unauthenticated");
  }

  private static void assertField(Answer answer, String pointer, String code) {
    answer.expect(422, "invalid-fields");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code);
  }

  private static Answer signIn(Stack stack, String email, String password) {
    return new Api(stack.url())
        .post("/api/auth/login", Map.of("email", email, "password", password, "session", "bearer"));
  }

  private static Api bearer(Stack stack, Answer session) {
    return new Api(stack.url(), "Authorization", "Bearer " + session.text("/accessToken"));
  }
}
