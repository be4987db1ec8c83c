package org.billetterie.webd.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What a page says in one language: its own sentences, days, hours and prices, as the frontend
/// writes them.
record Words(Locale locale, ResourceBundle texts) {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final String NO_BREAK = "\u00a0";

  static Words in(Locale locale) {
    return new Words(
        locale,
        ResourceBundle.getBundle(
            "messages/page", locale, Thread.currentThread().getContextClassLoader(), EXACT));
  }

  String say(String key) {
    return texts.getString(key);
  }

  String say(String key, Map<String, String> values) {
    String text = say(key);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  boolean french() {
    return Locale.FRENCH.equals(locale);
  }

  /// `samedi 5 décembre 2026 à 20 h 30`, `Saturday 5 December 2026 at 20:30`, in the event's zone.
  String dayTime(Instant instant, String zone) {
    ZonedDateTime at = instant.atZone(ZoneId.of(zone));
    String day = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale).format(at);
    if (french()) {
      day = day.replace(" 1 ", " 1er ");
    }
    return say("page.dayTime", Map.of("day", day, "time", time(at)));
  }

  private String time(ZonedDateTime at) {
    if (!french()) {
      return DateTimeFormatter.ofPattern("HH:mm").format(at);
    }
    String hour = at.getHour() + NO_BREAK + "h";
    return at.getMinute() == 0 ? hour : hour + NO_BREAK + "%02d".formatted(at.getMinute());
  }

  /// `12,50 €`, `€12.50`, or the word for nothing to pay.
  String price(long minor, String currency) {
    if (minor == 0) {
      return say("page.free");
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(french() ? Locale.FRANCE : Locale.UK);
    Currency unit = Currency.getInstance(currency);
    format.setCurrency(unit);
    format.setMinimumFractionDigits(digits(unit));
    format.setMaximumFractionDigits(digits(unit));
    return format.format(BigDecimal.valueOf(minor, digits(unit)));
  }

  static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
