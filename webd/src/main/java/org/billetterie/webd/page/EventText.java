package org.billetterie.webd.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.billetterie.webd.event.Availability;
import org.billetterie.webd.event.EventStatus;
import org.billetterie.webd.event.EventView;

/// One event in site.words().
record EventText(EventView event, Site site) {
  private static final int DESCRIPTION_MAX = 160;

  String head(String linkedData) {
    String image = event.cover() == null ? null : event.cover().url();
    return site.head(event.title(), description(), path(), image, linkedData);
  }

  /// For readers without JavaScript; the frontend's own sentence about it follows.
  String body() {
    StringBuilder out = new StringBuilder("<noscript>\n<article class=\"noscript\">\n");
    out.append("<h1>").append(Markup.text(event.title())).append("</h1>\n");
    paragraph(out, when());
    paragraph(out, event.venue());
    if (canceled()) {
      paragraph(out, site.words().say("page.canceled"));
    }
    out.append("<ul>\n");
    for (EventView.TypeView type : event.ticketTypes()) {
      String line = type.name() + " · " + site.words().price(type.priceMinor(), event.currency());
      out.append("<li>").append(Markup.text(line)).append("</li>\n");
    }
    out.append("</ul>\n");
    for (String part : event.description().split("\n{2,}")) {
      paragraph(out, part.strip());
    }
    return out.append("</article>\n</noscript>\n").toString();
  }

  String url() {
    return site.url() + path();
  }

  private String path() {
    return "/events/" + event.id();
  }

  String when() {
    return site.words().dayTime(event.startsAt(), event.timezone());
  }

  /// https://schema.org/Event.
  Map<String, Object> linkedData() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Event");
    data.put("name", event.title());
    data.put("startDate", local(event.startsAt()));
    if (event.endsAt() != null) {
      data.put("endDate", local(event.endsAt()));
    }
    data.put(
        "eventStatus", "https://schema.org/" + (canceled() ? "EventCancelled" : "EventScheduled"));
    data.put("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
    String venue = event.venue().isBlank() ? site.words().say("page.noVenue") : event.venue();
    data.put("location", typed("Place", "name", venue, "address", venue));
    data.put("description", event.description().isBlank() ? description() : event.description());
    data.put("url", url());
    if (event.cover() != null) {
      data.put("image", site.url() + event.cover().url());
    }
    if (event.organizer().name() != null) {
      data.put("organizer", typed("Organization", "name", event.organizer().name()));
    }
    data.put("offers", event.ticketTypes().stream().map(this::offer).toList());
    return data;
  }

  private Map<String, Object> offer(EventView.TypeView type) {
    Map<String, Object> offer = new LinkedHashMap<>();
    int digits = Words.digits(Currency.getInstance(event.currency()));
    offer.put("@type", "Offer");
    offer.put("name", type.name());
    offer.put("price", BigDecimal.valueOf(type.priceMinor(), digits).toPlainString());
    offer.put("priceCurrency", event.currency());
    boolean available = type.availability().status() == Availability.Status.AVAILABLE;
    offer.put(
        "availability", "https://schema.org/" + (available && !canceled() ? "InStock" : "SoldOut"));
    if (event.salesStartAt() != null) {
      offer.put("validFrom", local(event.salesStartAt()));
    }
    offer.put("url", url());
    return offer;
  }

  /// The first words of what the organizer wrote, or the bare facts.
  private String description() {
    String written = event.description().replaceAll("\\s+", " ").strip();
    List<String> facts = new ArrayList<>(List.of(when()));
    if (!event.venue().isBlank()) {
      facts.add(event.venue());
    }
    facts.add(
        event.ticketTypes().stream()
            .map(type -> site.words().price(type.priceMinor(), event.currency()))
            .distinct()
            .collect(Collectors.joining(", ")));
    String all = String.join(" · ", facts) + (written.isEmpty() ? "" : ". " + written);
    int points = all.codePointCount(0, all.length());
    return points <= DESCRIPTION_MAX
        ? all
        : all.substring(0, all.offsetByCodePoints(0, DESCRIPTION_MAX - 1)) + "…";
  }

  private boolean canceled() {
    return event.status() == EventStatus.CANCELED;
  }

  private String local(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.atZone(ZoneId.of(event.timezone())));
  }

  /// A part of the data, its members in the order given.
  static Map<String, Object> typed(String type, Object... members) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", type);
    for (int i = 0; i < members.length; i += 2) {
      data.put((String) members[i], members[i + 1]);
    }
    return data;
  }

  private static void paragraph(StringBuilder out, String typed) {
    if (!typed.isBlank()) {
      out.append("<p>").append(Markup.text(typed)).append("</p>\n");
    }
  }
}
