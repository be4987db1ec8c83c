package org.billetterie.webd.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkupTest {
  private static final String HOSTILE =
      "</title></script><!--<script>alert('1' & \"2\")</script>\u2028`${x}`";

  @Test
  void whatWasTypedIsTextAndNoMarkup() {
    assertThat(Markup.text(HOSTILE))
        .doesNotContain("<", ">", "\"", "'")
        .startsWith("&lt;/title&gt;&lt;/script&gt;&lt;!--&lt;script&gt;alert(&#39;1&#39; &amp; ");
    assertThat(Markup.text("Molière : « L’Avare »")).isEqualTo("Molière : « L’Avare »");
  }

  @Test
  void dataEndsNoElementAndMeansTheSame() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(Map.of("title", HOSTILE));

    String data = Markup.data(json);

    assertThat(data).doesNotContain("<", ">", "&", "\u2028");
    assertThat(mapper.readTree(data).path("title").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void aMetaElementIsClosedByItselfOnly() {
    assertThat(Markup.meta("name", "description", "\"><script>"))
        .isEqualTo("<meta name=\"description\" content=\"&quot;&gt;&lt;script&gt;\">\n");
  }

  @Test
  void daysHoursAndPricesAreWrittenAsTheLanguageWritesThem() {
    Words french = Words.in(Locale.FRENCH);
    Words english = Words.in(Locale.ENGLISH);
    Instant evening = Instant.parse("2027-05-01T18:30:00Z");

    assertThat(french.dayTime(evening, "Europe/Paris"))
        .isEqualTo("samedi 1er mai 2027 à 20\u00a0h\u00a030");
    assertThat(english.dayTime(evening, "Europe/Paris")).isEqualTo("Saturday 1 May 2027 at 20:30");
    assertThat(french.dayTime(evening.plusSeconds(1800), "Europe/Paris")).endsWith("à 21\u00a0h");
    assertThat(french.price(1_250, "EUR")).isEqualTo("12,50\u00a0€");
    assertThat(english.price(1_250, "EUR")).isEqualTo("€12.50");
    assertThat(french.price(1_250, "JPY")).contains("1").contains("250").doesNotContain(",50");
    assertThat(french.price(0, "EUR")).isEqualTo("Gratuit");
    assertThat(english.price(0, "EUR")).isEqualTo("Free");
  }
}
