package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Organizer;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// `/`, `/events/{id}` and `/sitemap.xml`, as somebody reads them who runs no script.
@ExtendWith(SharedStack.class)
class PagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A page is kept for 5 s.
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private static final String FRENCH = "fr-FR,fr;q=0.9,en;q=0.5";

  @Test
  void anEventIsReadWithoutAScript(Stack stack) {
    Organizer organizer = new Accounts(stack).organizer();
    Map<String, Object> draft = Show.draft("L’Île des esclaves", 20, 1_250, 0);
    draft.put("description", "Une île.\n\nDes naufragés.");
    draft.put("venue", "Théâtre des Essais, Tours");
    draft.put("startsAt", "2031-05-03T18:30:00Z");
    Show show = Show.of(organizer.account().api().post("/api/events", draft).expect(201));
    String url = stack.url() + "/events/" + show.id();

    Answer french = page(stack, "/events/" + show.id(), FRENCH).expect(200);
    assertThat(french.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(french.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(french.headers().allValues("X-Request-Id")).hasSize(1);
    assertThat(french.body())
        .contains("<html lang=\"fr\">")
        .contains("<title>L’Île des esclaves · Billetterie</title>")
        .contains("<link rel=\"canonical\" href=\"" + url + "\">")
        .contains("<meta property=\"og:title\" content=\"L’Île des esclaves · Billetterie\">")
        .contains("<meta property=\"og:url\" content=\"" + url + "\">")
        .contains("<h1>L’Île des esclaves</h1>")
        .contains("<p>samedi 3 mai 2031 à 20\u00a0h\u00a030</p>")
        .contains("<p>Théâtre des Essais, Tours</p>")
        .contains("<li>Place 1 · 12,50\u00a0€</li>", "<li>Place 2 · Gratuit</li>")
        .contains("<p>Une île.</p>", "<p>Des naufragés.</p>")
        .contains("/assets/");
    assertThat(found(french, "<meta name=\"description\" content=\"([^\"]*)\">"))
        .contains("samedi 3 mai 2031", "Théâtre des Essais", "12,50", "Une île. Des naufragés.");
    assertThat(page(stack, "/events/" + show.id(), "en-GB").expect(200).body())
        .contains("<html lang=\"en\">", "Saturday 3 May 2031 at 20:30", "€12.50", "Free");

    JsonNode data = data(french, "application/ld\\+json\"");
    assertThat(data.path("@type").asText()).isEqualTo("Event");
    assertThat(data.path("startDate").asText()).isEqualTo("2031-05-03T20:30:00+02:00");
    assertThat(data.at("/location/name").asText()).isEqualTo("Théâtre des Essais, Tours");
    assertThat(data.path("eventStatus").asText()).endsWith("/EventScheduled");
    assertThat(data.at("/offers/0/price").asText()).isEqualTo("12.50");
    assertThat(data.at("/offers/0/priceCurrency").asText()).isEqualTo("EUR");
    assertThat(data.at("/offers/0/availability").asText()).endsWith("/InStock");
    JsonNode told = data(french, "application/json\" id=\"told\"");
    assertThat(told.path("event")).isEqualTo(show.view());
    assertThat(told.path("house").path("paymentMethods")).isNotEmpty();
  }

  @Test
  void theListIsReadWithoutAScript(Stack stack) {
    Map<String, Object> draft = Show.draft("Demain soir", 20, 0);
    draft.put("startsAt", java.time.Instant.now().plusSeconds(3600).toString());
    Organizer organizer = new Accounts(stack).organizer();
    Show show = Show.of(organizer.account().api().post("/api/events", draft).expect(201));
    String link = "<a href=\"/events/" + show.id() + "\">Demain soir</a>";
    Until.holds("the list has it", WAIT_MAX, () -> page(stack, "/", FRENCH).body().contains(link));

    Answer list = page(stack, "/", FRENCH).expect(200);
    assertThat(list.body()).contains("<title>À l’affiche · Billetterie</title>");
    JsonNode data = data(list, "application/ld\\+json\"");
    assertThat(data.path("@type").asText()).isEqualTo("ItemList");
    assertThat(data.toString()).contains(stack.url() + "/events/" + show.id());
    assertThat(data(list, "application/json\" id=\"told\"").at("/list/items")).isNotEmpty();

    Until.holds(
        "the sitemap has it",
        WAIT_MAX,
        () ->
            page(stack, "/sitemap.xml", FRENCH).body().contains("/events/" + show.id() + "</loc>"));
    assertThat(page(stack, "/robots.txt", FRENCH).expect(200).body())
        .contains("Sitemap: " + stack.url() + "/sitemap.xml", "Disallow: /tickets");
  }

  /// Files under /assets/ were compressed when they were built and are cached for ever.
  @Test
  void filesAreCompressedAndCachedForEver(Stack stack) {
    String html = page(stack, "/", FRENCH).body();
    Matcher files = Pattern.compile("\"(/assets/[^\"]+\\.(?:js|css|woff2))\"").matcher(html);
    int count = 0;
    while (files.find()) {
      String file = files.group(1);
      Answer plain = new Api(stack.url()).get(file).expect(200);
      assertThat(plain.header("Cache-Control")).contains("max-age=31536000", "immutable");
      assertThat(plain.header("Content-Encoding")).isEmpty();
      if (file.endsWith(".woff2")) {
        assertThat(encoded(stack, file, "gzip, deflate, br").header("Content-Encoding")).isEmpty();
        continue;
      }
      Answer gzip = encoded(stack, file, "gzip");
      Answer brotli = encoded(stack, file, "gzip, deflate, br");
      assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
      assertThat(brotli.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
      assertThat(brotli.header("Vary")).isEqualTo("Accept-Encoding");
      assertThat(brotli.header("Cache-Control")).contains("immutable");
      assertThat(length(brotli)).isLessThan(length(gzip)).isLessThan(length(plain));
      count++;
    }
    assertThat(count).isGreaterThan(2);
    new Api(stack.url()).get("/br/index.html").expect(404);
  }

  private static Answer encoded(Stack stack, String file, String encodings) {
    return new Api(stack.url()).get(file, "Accept-Encoding", encodings).expect(200);
  }

  private static int length(Answer answer) {
    return Integer.parseInt(answer.header("Content-Length"));
  }

  @Test
  void aDraftIsOnNoPage(Stack stack) {
    Map<String, Object> draft = Show.draft("Projet secret", 20, 0);
    draft.put("status", "DRAFT");
    Organizer organizer = new Accounts(stack).organizer();
    Show hidden = Show.of(organizer.account().api().post("/api/events", draft).expect(201));

    for (Api reader : new Api[] {new Api(stack.url()), organizer.account().api()}) {
      Answer bare = reader.get("/events/" + hidden.id()).expect(200);
      assertThat(bare.body()).doesNotContain("secret").contains("<title>Billetterie</title>");
      assertThat(bare.header("X-Robots-Tag")).isEqualTo("noindex");
    }
    assertThat(page(stack, "/sitemap.xml", FRENCH).body()).doesNotContain(hidden.id());
  }

  private static Answer page(Stack stack, String path, String language) {
    return new Api(stack.url()).get(path, "Accept-Language", language);
  }

  private static JsonNode data(Answer page, String type) {
    try {
      return JSON.readTree(found(page, "<script type=\"" + type + "[^>]*>([^<]*)</script>"));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private static String found(Answer page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page.body());
    assertThat(matcher.find()).as(pattern + " in " + page.body()).isTrue();
    return matcher.group(1);
  }
}
