package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `POST /api/auth/register`.
@ExtendWith(SharedStack.class)
class RegisterTest {
  private static final String PATH = "/api/auth/register";

  @Test
  void makesAUserWhoIsAskedForNothingElse(Stack stack) {
    Map<String, Object> fields = fields(stack);
    Answer answer = new Api(stack.url()).post(PATH, fields).expect(201);

    assertThat(answer.text("/account/email")).isEqualTo(fields.get("email"));
    assertThat(answer.text("/account/name")).isEqualTo("Zoé Faÿ");
    assertThat(answer.text("/account/role")).isEqualTo("User");
    assertThat(answer.text("/account/locale")).isEqualTo("fr");
    assertThat(answer.text("/account/disabled")).isEqualTo("false");
    assertThat(answer.body().replace("passwordTemporary", "")).doesNotContain("assword", "oken");
    assertThat(answer.header("set-cookie")).isEmpty();
  }

  @Test
  void takesTheLanguageOfTheReader(Stack stack) {
    Api door = new Api(stack.url());

    Answer english = door.post(PATH, fields(stack), "Accept-Language", "en").expect(201);
    assertThat(english.text("/account/locale")).isEqualTo("en");
    Answer chosen = door.post(PATH, with(fields(stack), "locale", "en")).expect(201);
    assertThat(chosen.text("/account/locale")).isEqualTo("en");
  }

  @Test
  void oneAddressIsOneAccountInAnyCase(Stack stack) {
    Api door = new Api(stack.url());
    Map<String, Object> fields = fields(stack);
    door.post(PATH, fields).expect(201);

    door.post(PATH, fields).expect(409, "email-taken");
    String upper = fields.get("email").toString().toUpperCase(java.util.Locale.ROOT);
    door.post(PATH, with(fields, "email", upper)).expect(409, "email-taken");
  }

  /// Registering can never choose a role.
  @Test
  void aRoleIsRefused(Stack stack) {
    Api door = new Api(stack.url());
    for (String field : List.of("role", "roleVersion", "disabled", "id", "isAdmin")) {
      Answer answer =
          door.post(PATH, with(fields(stack), field, "Admin")).expect(422, "invalid-fields");
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + field);
      assertThat(answer.text("/errors/0/code")).isEqualTo("unknown-field");
    }
  }

  @Test
  void everyWrongFieldIsNamed(Stack stack) {
    Answer answer =
        new Api(stack.url()).post(PATH, Map.of("locale", "de")).expect(422, "invalid-fields");

    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/email", "/password", "/name", "/locale");
    assertThat(answer.json().path("errors").findValuesAsText("detail")).noneMatch(String::isBlank);
  }

  @Test
  void boundsAreKept(Stack stack) {
    assertField(stack, "email", "no address", "email");
    assertField(stack, "email", "x".repeat(250) + "@e2e.example", "email");
    assertField(stack, "name", "x".repeat(101), "length");
    assertField(stack, "name", "a\u0007b", "invalid");
    assertField(stack, "password", "sept777", "length");
    assertField(stack, "password", "x".repeat(257), "length");
  }

  private static void assertField(Stack stack, String field, String value, String code) {
    Answer answer =
        new Api(stack.url())
            .post(PATH, with(fields(stack), field, value))
            .expect(422, "invalid-fields");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + field);
    assertThat(answer.text("/errors/0/code")).as(value).isEqualTo(code);
  }

  private static Map<String, Object> fields(Stack stack) {
    return Map.of(
        "email",
        "Zoe." + UUID.randomUUID() + "@e2e.example",
        "password",
        stack.canaries().password(),
        "name",
        " Zoé Faÿ ");
  }

  private static Map<String, Object> with(Map<String, Object> fields, String field, Object value) {
    Map<String, Object> more = new HashMap<>(fields);
    more.put(field, value);
    return more;
  }
}
