package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What anyone may ask of auth: status, keys; and what anyone signed in may: who am I.
@ExtendWith(SharedStack.class)
class StatusTest {
  @Test
  void signInIsOpenAtLocalhost(Stack stack) {
    Answer status = new Api(stack.url()).get("/api/auth/status").expect(200);

    assertThat(status.json().at("/signIn/open").asBoolean()).isTrue();
    assertThat(status.json().at("/signIn/reason").isNull()).isTrue();
    assertThat(status.text("/signIn/publicUrl")).isEqualTo(stack.url().toString());
    assertThat(status.json().path("insecureCookies").asBoolean()).isFalse();
    assertThat(status.json().path("demo").asBoolean()).isFalse();
    assertThat(status.json().path("demoLogins")).isEmpty();
  }

  /// Public halves only.
  @Test
  void keysArePublic(Stack stack) {
    JsonNode key =
        new Api(stack.url()).get("/api/auth/jwks.json").expect(200).json().path("keys").path(0);

    assertThat(key.path("kty").asText()).isEqualTo("RSA");
    assertThat(key.path("alg").asText()).isEqualTo("RS256");
    assertThat(key.path("use").asText()).isEqualTo("sig");
    assertThat(key.path("kid").asText()).hasSize(43);
    assertThat(key.path("n").asText().length()).as("3072 bits").isEqualTo(512);
    for (String half : new String[] {"d", "p", "q", "dp", "dq", "qi", "oth"}) {
      assertThat(key.has(half)).as(half).isFalse();
    }
  }

  @Test
  void meIsWhoAsks(Stack stack) {
    Buyer buyer = new Accounts(stack).user();
    Answer me = buyer.api().get("/api/auth/me").expect(200);

    assertThat(me.text("/id")).isEqualTo(buyer.accountId());
    assertThat(me.text("/role")).isEqualTo("User");
    assertThat(me.body().replace("passwordTemporary", "")).doesNotContain("assword", "hash");
    new Api(stack.url()).get("/api/auth/me").expect(401, "unauthenticated");
  }
}
