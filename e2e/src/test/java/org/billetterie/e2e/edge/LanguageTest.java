package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Problems in French and English, as the reader asks; French for everybody else.
@ExtendWith(SharedStack.class)
class LanguageTest {
  private static final String FRENCH = "Connexion nécessaire";
  private static final String ENGLISH = "Sign-in needed";

  @Test
  void followsAcceptLanguage(Stack stack) {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("fr", FRENCH);
    titles.put("en", ENGLISH);
    titles.put("en-GB,en;q=0.9,fr;q=0.1", ENGLISH);
    titles.put("fr-CA,fr;q=0.9,en;q=0.8", FRENCH);
    titles.put("de,en;q=0.5", ENGLISH);
    titles.put("de", FRENCH);
    titles.put("*", FRENCH);
    titles.put(";;q=nonsense", FRENCH);
    titles.put("x".repeat(1000), FRENCH);
    Api door = new Api(stack.url());
    for (String path : new String[] {"/api/auth/me", "/api/orders"}) {
      titles.forEach((language, title) -> {
        Answer answer = door.get(path, "Accept-Language", language).expect(401, "unauthenticated");
        assertThat(answer.text("/title")).as("%s for %s", path, language).isEqualTo(title);
      });
      assertThat(door.get(path).text("/title")).isEqualTo(FRENCH);
    }
  }

  @Test
  void fieldsAreExplainedInBoth(Stack stack) {
    Api door = new Api(stack.url());
    String french = fieldText(door, "fr");
    String english = fieldText(door, "en");

    assertThat(french).isNotBlank().isNotEqualTo(english);
    assertThat(english).isNotBlank();
  }

  /// What the door says itself is in both at once.
  @Test
  void theDoorSpeaksBothAtOnce(Stack stack) {
    Answer answer = new Api(stack.url()).get("/api/nowhere").expect(404, "not-found");

    assertThat(answer.text("/title")).contains("Introuvable", "Not found");
  }

  private static String fieldText(Api door, String language) {
    return door.get("/api/events?limit=0", "Accept-Language", language)
        .expect(422, "invalid-fields")
        .text("/errors/0/detail");
  }
}
