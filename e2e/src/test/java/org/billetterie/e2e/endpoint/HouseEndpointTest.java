package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `/api/house`. Every test leaves the house as nobody had touched it.
@ExtendWith(SharedStack.class)
class HouseEndpointTest {
  private static final String HOUSE = "/api/house";
  private static final Map<String, String> NOTHING =
      Map.of(
          "name", "", "accent", "", "contactEmail", "", "contactPhone", "", "contactAddress", "");

  @AfterEach
  void empty(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    admin.send("PATCH", HOUSE, NOTHING).expect(200);
    admin.send("PUT", HOUSE + "/texts/legal", Map.of("fr", "", "en", "")).expect(200);
  }

  @Test
  void whatIsAbsentStaysAndWhatIsEmptyGoes(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    Api visitor = new Api(stack.url());
    admin.send("PATCH", HOUSE, Map.of("name", " Le Petit Théâtre ", "accent", "#FFD500"));
    admin.send("PATCH", HOUSE, Map.of("contactEmail", "accueil@e2e.example")).expect(200);

    JsonNode seen = visitor.get(HOUSE).expect(200).json();
    assertThat(seen.path("name").asText()).isEqualTo("Le Petit Théâtre");
    assertThat(seen.path("contactEmail").asText()).isEqualTo("accueil@e2e.example");
    assertThat(seen.at("/accent/asked").asText()).isEqualTo("#ffd500");
    assertThat(seen.at("/accent/light/corrected").asBoolean()).isTrue();
    assertThat(seen.at("/accent/dark/color").asText()).isEqualTo("#ffd500");
    assertThat(seen.path("paymentMethods").toString()).contains("test-card");

    admin.send("PATCH", HOUSE, Map.of("accent", "")).expect(200);
    JsonNode without = visitor.get(HOUSE).expect(200).json();
    assertThat(without.path("accent").isNull()).isTrue();
    assertThat(without.path("name").asText()).isEqualTo("Le Petit Théâtre");
  }

  @Test
  void aTextIsListedOnceItIsWritten(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    Api visitor = new Api(stack.url());
    assertThat(visitor.get(HOUSE + "/texts/legal").expect(200).text("/fr")).isEmpty();

    Map<String, String> text = Map.of("fr", "Éditeur\n\nLe théâtre.", "en", "");
    admin.send("PUT", HOUSE + "/texts/legal", text).expect(200);

    assertThat(visitor.get(HOUSE).json().path("texts").toString()).contains("legal");
    assertThat(visitor.get(HOUSE + "/texts/legal").text("/fr")).isEqualTo(text.get("fr"));
    visitor.get(HOUSE + "/texts/imprint").expect(404, "not-found");
  }

  @Test
  void whatCannotBeTakenIsToldByField(Stack stack) {
    Api admin = new Accounts(stack).admin().api();
    Map<String, Object> wrong =
        Map.of(
            "/name", Map.of("name", "x".repeat(81)),
            "/accent", Map.of("accent", "rouge"),
            "/contactEmail", Map.of("contactEmail", "nulle part"),
            "/contactPhone", Map.of("contactPhone", "<script>"),
            "/contactAddress", Map.of("contactAddress", "\u0000"));
    wrong.forEach((pointer, body) -> {
      Answer answer = admin.send("PATCH", HOUSE, body).expect(422, "invalid-fields");
      assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    });
    admin.send("PUT", HOUSE + "/texts/legal", Map.of("fr", "")).expect(422, "invalid-fields");
    admin.get(HOUSE + "/accent?of=zzz").expect(422, "invalid-fields");
    assertThat(admin.get(HOUSE + "/accent?of=8a1538").expect(200).text("/light/color"))
        .isEqualTo("#8a1538");
  }
}
