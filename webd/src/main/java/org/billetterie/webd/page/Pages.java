package org.billetterie.webd.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.event.EventView;
import org.billetterie.webd.event.Events;
import org.billetterie.webd.house.HouseView;
import org.billetterie.webd.house.KeepHouse;

/// Fills the frontend's page with what anybody may read. Nobody's own: the door keeps it for all.
@ApplicationScoped
class Pages {
  /// As many as the frontend's list asks for first.
  private static final int LISTED = 24;

  private static final int IN_SITEMAP_MAX = 1_000;
  private static final String HEAD_BEGINS = "<!--page-head-->";
  private static final String HEAD_ENDS = "<!--/page-head-->";
  private static final String BODY = "<!--page-body-->";
  private static final String LANGUAGE = "<html lang=\"fr\">";

  private final Events events;
  private final Shell shell;
  private final KeepHouse house;
  private final HouseSettings settings;
  private final ObjectMapper json;
  private final Clock clock;

  Pages(
      Events events,
      Shell shell,
      KeepHouse house,
      HouseSettings settings,
      ObjectMapper json,
      Clock clock) {
    this.events = events;
    this.shell = shell;
    this.house = house;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  /// @throws Problem 404 unless anybody may see it, 503 without the frontend
  String event(UUID id, Locale locale) {
    EventView event = events.find(id, Optional.empty());
    HouseView shown = house.find();
    EventText text = new EventText(event, site(shown, locale));
    String told = json(Map.of("house", shown, "event", event));
    return fill(text.head(json(text.linkedData())), text.body(), locale, told);
  }

  /// @throws Problem 503 without the frontend
  String list(Locale locale) {
    Page<EventView> first = events.upcoming(null, LISTED);
    HouseView shown = house.find();
    ListText text = new ListText(first.items(), site(shown, locale));
    String told = json(Map.of("house", shown, "list", first));
    return fill(text.head(json(text.linkedData())), text.body(), locale, told);
  }

  private Site site(HouseView shown, Locale locale) {
    Words words = Words.in(locale);
    String brand = shown.name().isBlank() ? words.say("page.brand") : shown.name();
    return new Site(brand, settings.publicUrl().toString(), words);
  }

  /// The addresses of what is on, for search engines.
  String sitemap() {
    StringBuilder urls = new StringBuilder();
    urls.append("<url><loc>").append(settings.publicUrl()).append("/</loc></url>\n");
    String cursor = null;
    int count = 0;
    do {
      Page<EventView> page = events.upcoming(cursor, Page.LIMIT_MAX);
      for (EventView event : page.items()) {
        urls.append(
            "<url><loc>%s/events/%s</loc></url>\n".formatted(settings.publicUrl(), event.id()));
      }
      count += page.items().size();
      cursor = page.next();
    } while (cursor != null && count < IN_SITEMAP_MAX);
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    %s</urlset>
    """
        .formatted(urls);
  }

  private String fill(String head, String body, Locale locale, String told) {
    String page = shell.fetch();
    int from = page.indexOf(HEAD_BEGINS);
    int to = page.indexOf(HEAD_ENDS);
    if (from < 0 || to < from) {
      return page;
    }
    String data =
        "<script type=\"application/json\" id=\"told\" data-at=\""
            + clock.instant()
            + "\">"
            + Markup.data(told)
            + "</script>\n";
    return page.substring(0, from).replace(LANGUAGE, "<html lang=\"" + locale.getLanguage() + "\">")
        + head
        + page.substring(to + HEAD_ENDS.length()).replace(BODY, body + data);
  }

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }
}
