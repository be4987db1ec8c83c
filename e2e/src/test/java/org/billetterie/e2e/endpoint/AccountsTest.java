package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `/api/auth/accounts`, for the Admin.
@ExtendWith(SharedStack.class)
class AccountsTest {
  private static final String PATH = "/api/auth/accounts";
  private static final String NOBODY = PATH + "/01900000-0000-7000-8000-000000000000";

  @Test
  void aRandomPasswordIsShownOnce(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    Map<String, Object> fields = fields("EventCreator");
    Answer made = admin.post(PATH, fields).expect(201);
    String password = stack.canaries().add(made.text("/password"));

    assertThat(made.header("location")).isEqualTo(PATH + "/" + made.text("/account/id"));
    assertThat(made.text("/account/role")).isEqualTo("EventCreator");
    Map<String, Object> login =
        Map.of("email", fields.get("email"), "password", password, "session", "bearer");
    new Api(stack.url()).post("/api/auth/login", login).expect(200);
    assertThat(admin.get(made.header("location")).expect(200).body()).doesNotContain(password);
    admin.post(PATH, fields).expect(409, "email-taken");
  }

  @Test
  void rolesAreSpelledExactly(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    for (String role : List.of("Basic", "User", "EventCreator", "Admin")) {
      assertThat(admin.post(PATH, fields(role)).expect(201).text("/account/role")).isEqualTo(role);
    }
    for (String role : List.of("admin", "ADMIN", "Root", "")) {
      Answer answer = admin.post(PATH, fields(role)).expect(422, "invalid-fields");
      assertThat(answer.text("/errors/0/pointer")).as(role).isEqualTo("/role");
    }
    admin.post(PATH, Map.of()).expect(422, "invalid-fields");
  }

  @Test
  void roleAndStateChangeHereAtOnce(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Api admin = accounts.admin().api();
    Accounts.Made account = accounts.make("User");
    String path = PATH + "/" + account.id();
    Answer session = new People(stack).session(account.email());
    Api mine = new Api(stack.url(), "Authorization", "Bearer " + session.text("/accessToken"));

    Answer promoted = admin.send("PATCH", path, Map.of("role", "EventCreator")).expect(200);
    assertThat(promoted.text("/role")).isEqualTo("EventCreator");
    assertThat(promoted.json().path("roleVersion").asInt()).isEqualTo(2);
    mine.get("/api/auth/me").expect(401, "session-ended");
    Answer again = admin.send("PATCH", path, Map.of("role", "EventCreator")).expect(200);
    assertThat(again.json().path("roleVersion").asInt()).as("no change").isEqualTo(2);
    admin.send("PATCH", path, Map.of("disabled", true)).expect(200);
    new Api(stack.url())
        .post("/api/auth/refresh", Map.of("refreshToken", session.text("/refreshToken")))
        .expect(401, "session-ended");
    admin.send("PATCH", path, Map.of("disabled", false)).expect(200);
    new People(stack).signIn(account.email());
  }

  @Test
  void onlyRoleAndStateCanBeChanged(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Api admin = accounts.admin().api();
    String path = PATH + "/" + accounts.make("User").id();

    for (String field : List.of("email", "name", "password", "id", "roleVersion")) {
      Answer answer = admin.send("PATCH", path, Map.of(field, "x")).expect(422, "invalid-fields");
      assertThat(answer.text("/errors/0/code")).isEqualTo("unknown-field");
    }
    admin.send("PATCH", path, Map.of("role", "Root")).expect(422, "invalid-fields");
    admin.send("PATCH", path, Map.of("disabled", "yes")).expect(422, "invalid-fields");
  }

  @Test
  void aDeletedAccountIsGone(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Api admin = accounts.admin().api();
    Accounts.Made account = accounts.make("User");
    String path = PATH + "/" + account.id();

    admin.send("DELETE", path, null).expect(204);
    admin.send("DELETE", path, null).expect(404, "not-found");
    admin.get(path).expect(404, "not-found");
    Map<String, String> login =
        Map.of("email", account.email(), "password", accounts.password(), "session", "bearer");
    new Api(stack.url()).post("/api/auth/login", login).expect(401, "bad-credentials");
  }

  @Test
  void unknownIdsAreNotFound(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    for (String path : List.of(NOBODY, PATH + "/nobody")) {
      admin.get(path).expect(404, "not-found");
      admin.send("PATCH", path, Map.of("role", "User")).expect(404, "not-found");
      admin.send("DELETE", path, null).expect(404, "not-found");
    }
  }

  @Test
  void theSearchIgnoresAccentsAndCase(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> fields = fields("User");
    fields.put("name", "Hélène Œuf-Faÿ " + mark);
    String id = admin.post(PATH, fields).expect(201).text("/account/id");

    for (String query :
        List.of(
            "helene%20oeuf-fay%20" + mark,
            "H%C3%89L%C3%88NE%20%C5%92UF-FA%C5%B8%20" + mark,
            mark.toUpperCase(java.util.Locale.ROOT))) {
      JsonNode items = admin.get(PATH + "?q=" + query).expect(200).json().path("items");
      assertThat(items.findValuesAsText("id")).as(query).containsExactly(id);
    }
    assertThat(admin.get(PATH + "?q=%25" + mark).expect(200).json().path("items"))
        .as("% is a letter")
        .isEmpty();
  }

  @Test
  void pagesHaveNoGapAndNoRepeat(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    String mark = "p" + UUID.randomUUID().toString().substring(0, 8);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Map<String, Object> fields = fields("User");
      fields.put("name", "Page " + mark);
      made.addFirst(admin.post(PATH, fields).expect(201).text("/account/id"));
    }

    assertThat(Pages.read(admin, PATH + "?q=" + mark + "&limit=3", "id")).isEqualTo(made);
    for (String odd : List.of("limit=0", "limit=101", "limit=abc", "q=" + "x".repeat(101))) {
      admin.get(PATH + "?" + odd).expect(422, "invalid-fields");
    }
    admin.get(PATH + "?cursor=%21%21").expect(400, "malformed");
  }

  private static Map<String, Object> fields(String role) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("email", UUID.randomUUID() + "@e2e.example");
    fields.put("name", "Ana");
    fields.put("role", role);
    return fields;
  }
}
