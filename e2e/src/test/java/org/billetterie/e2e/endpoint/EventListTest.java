package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// `GET /api/events`: searching and paging.
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventListTest {
  private static final String PATH = "/api/events";

  private final String mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
  private Organizer organizer;
  private Api door;

  @BeforeAll
  void meet(Stack stack) {
    organizer = new Accounts(stack).organizer();
    door = new Api(stack.url());
  }

  @Test
  void theSearchIgnoresAccentsAndCase() {
    Map<String, Object> fields = Show.draft("L'Œuvre au Théâtre " + mark, 10, 0);
    fields.put("venue", "Salle Élysée, Besançon");
    String id = make(fields);

    for (String query :
        List.of(
            "theatre+",
            "TH%C3%89%C3%82TRE+",
            "oeuvre%20au%20theatre+",
            "%C5%92uvre+au+th%C3%A9atre+",
            "The%CC%81a%CC%82tre+")) {
      assertThat(ids("?q=" + query + mark)).as(query).containsExactly(id);
    }
    assertThat(ids("?q=elysee,%20besancon&limit=100")).contains(id);
    assertThat(ids("?q=th_atre+" + mark)).as("_ is a letter").isEmpty();
    assertThat(ids("?q=%25" + mark)).as("% is a letter").isEmpty();
  }

  @Test
  void pagesHaveNoGapAndNoRepeat() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Map<String, Object> fields = Show.draft("Page " + mark + " n", 10, 0);
      // Three begin at the same moment each: the id decides.
      fields.put("startsAt", inDays(40 + i / 3).toString());
      made.add(make(fields));
    }

    for (int limit : new int[] {1, 2, 4, 9, 100}) {
      String path = PATH + "?q=page%20" + mark + "&limit=" + limit;
      assertThat(Pages.read(door, path, "id")).as("limit %d", limit).isEqualTo(made);
    }
  }

  @Test
  void withoutBoundsWhatIsOverIsLeftOut() {
    Organizer host = organizer;
    Map<String, Object> fields = Show.draft("Passé " + mark, 10, 0);
    fields.put("status", "DRAFT");
    fields.put("startsAt", Instant.now().minus(2, ChronoUnit.DAYS).toString());
    String past = make(fields);

    assertThat(ids("?q=passe%20" + mark)).isEmpty();
    assertThat(
            host.account()
                .api()
                .get(PATH + "?mine=true&limit=100")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id"))
        .contains(past);
  }

  @Test
  void fromAndToBoundTheStart() {
    Map<String, Object> fields = Show.draft("Bornes " + mark, 10, 0);
    Instant start = inDays(60);
    fields.put("startsAt", start.toString());
    String id = make(fields);
    String query = "?q=bornes%20" + mark;

    assertThat(ids(query + "&from=" + start)).containsExactly(id);
    assertThat(ids(query + "&from=" + start.plusSeconds(1))).isEmpty();
    assertThat(ids(query + "&to=" + start)).isEmpty();
    assertThat(ids(query + "&to=" + start.plusSeconds(1))).containsExactly(id);
    assertThat(ids(query + "&from=" + start.toString().replace("Z", "%2B00:00")))
        .containsExactly(id);
  }

  @Test
  void draftsAreInOnesOwnListOnly() {
    Map<String, Object> fields = Show.draft("Brouillon " + mark, 10, 0);
    fields.put("status", "DRAFT");
    String id = make(fields);

    assertThat(ids("?q=brouillon%20" + mark)).isEmpty();
    assertThat(Pages.read(organizer.account().api(), PATH + "?mine=true&limit=50", "id"))
        .contains(id);
    door.get(PATH + "?mine=true").expect(401, "unauthenticated");
  }

  @Test
  void oddQuestionsAreRefused() {
    for (String odd :
        List.of(
            "limit=0",
            "limit=101",
            "limit=x",
            "from=yesterday",
            "to=x",
            "mine=maybe",
            "q=" + "x".repeat(101))) {
      door.get(PATH + "?" + odd).expect(422, "invalid-fields");
    }
    for (String cursor : List.of("nonsense", "%21", "MQ", "MSAx")) {
      door.get(PATH + "?cursor=" + cursor).expect(400, "malformed");
    }
  }

  private String make(Map<String, Object> fields) {
    return organizer.account().api().post(PATH, fields).expect(201).text("/id");
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    door.get(PATH + query)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private static Instant inDays(int days) {
    return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
  }
}
