package org.billetterie.webd.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.billetterie.webd.event.EventView;

/// What is on, in words.
record ListText(List<EventView> events, Site site) {

  String head(String linkedData) {
    return site.head(
        site.words().say("page.list"), site.words().say("page.description"), "/", null, linkedData);
  }

  String body() {
    StringBuilder out = new StringBuilder("<noscript>\n<section class=\"noscript\">\n");
    out.append("<h1>").append(Markup.text(site.words().say("page.list"))).append("</h1>\n<ul>\n");
    for (EventText event : texts()) {
      out.append("<li><a href=\"/events/")
          .append(event.event().id())
          .append("\">")
          .append(Markup.text(event.event().title()))
          .append("</a> · ")
          .append(Markup.text(event.when()))
          .append("</li>\n");
    }
    return out.append("</ul>\n</section>\n</noscript>\n").toString();
  }

  /// https://schema.org/ItemList.
  Map<String, Object> linkedData() {
    List<Object> items = new ArrayList<>();
    for (EventText event : texts()) {
      items.add(EventText.typed("ListItem", "position", items.size() + 1, "url", event.url()));
    }
    Map<String, Object> list = EventText.typed("ItemList", "itemListElement", items);
    list.put("@context", "https://schema.org");
    return list;
  }

  private List<EventText> texts() {
    return events.stream().map(event -> new EventText(event, site)).toList();
  }
}
