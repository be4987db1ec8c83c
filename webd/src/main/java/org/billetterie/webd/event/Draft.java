package org.billetterie.webd.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.problem.Problem.FieldError;

/// A request with its defaults filled in and its fields checked against each other.
record Draft(
    String title,
    String description,
    String venue,
    Instant startsAt,
    Instant endsAt,
    String timezone,
    Instant salesStartAt,
    Instant salesEndAt,
    int capacity,
    String currency,
    int maxPerOrder,
    Integer maxPerAccount,
    List<EventRequest.TypeRequest> types,
    EventStatus status,
    String coverId) {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Duration LENGTH_DEFAULT = Duration.ofHours(3);
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int PER_ORDER_DEFAULT = 10;

  /// @throws Problem 422 with every field that cannot be taken
  static Draft of(EventRequest request) {
    Draft draft =
        new Draft(
            request.title().strip(),
            request.description() == null ? "" : request.description(),
            request.venue() == null ? "" : request.venue().strip(),
            request.startsAt(),
            request.endsAt() == null ? request.startsAt().plus(LENGTH_DEFAULT) : request.endsAt(),
            request.timezone() == null ? "Europe/Paris" : request.timezone(),
            request.salesStartAt(),
            request.salesEndAt(),
            request.capacity(),
            request.currency(),
            request.maxPerOrder() == null ? PER_ORDER_DEFAULT : request.maxPerOrder(),
            request.maxPerAccount(),
            request.ticketTypes(),
            request.status(),
            request.cover());
    List<FieldError> errors = draft.errors();
    if (!errors.isEmpty()) {
      throw Problem.fields(errors);
    }
    return draft;
  }

  /// The same at another time. Hours stay those of the event's clocks; a sale that would open too
  /// late opens at once.
  static Draft copyOf(Event source, Instant startsAt, EventStatus status) {
    Instant salesStartAt = source.salesStartAt();
    if (salesStartAt != null && !salesStartAt.isBefore(startsAt)) {
      salesStartAt = null;
    }
    Instant salesEndAt = moved(source, source.salesEndAt(), startsAt);
    if (salesStartAt != null && salesEndAt != null && !salesEndAt.isAfter(salesStartAt)) {
      salesStartAt = null;
    }
    return new Draft(
        source.title(),
        source.description(),
        source.venue(),
        startsAt,
        moved(source, source.endsAt(), startsAt),
        source.timezone(),
        salesStartAt,
        salesEndAt,
        source.quota().capacity(),
        source.currency(),
        source.maxPerOrder(),
        source.maxPerAccount(),
        source.types().stream()
            .map(type ->
                new EventRequest.TypeRequest(
                    null, type.name(), type.priceMinor(), type.quota().capacity()))
            .toList(),
        status,
        source.coverId());
  }

  /// As far from the new start as it was from the old one, by the clocks on the wall.
  private static Instant moved(Event source, Instant instant, Instant startsAt) {
    if (instant == null) {
      return null;
    }
    ZoneId zone = ZoneId.of(source.timezone());
    Duration apart =
        Duration.between(
            LocalDateTime.ofInstant(source.startsAt(), zone),
            LocalDateTime.ofInstant(instant, zone));
    Instant local = LocalDateTime.ofInstant(startsAt, zone).plus(apart).atZone(zone).toInstant();
    // In the hour that the clocks show twice, the local end can be the first of the two.
    boolean turnedBack = apart.isPositive() && !local.isAfter(startsAt);
    return turnedBack ? startsAt.plus(Duration.between(source.startsAt(), instant)) : local;
  }

  boolean priced() {
    return types.stream().anyMatch(type -> type.priceMinor() > 0);
  }

  private List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    refuse(errors, !within(startsAt), "/startsAt", "date-range");
    refuse(errors, !within(endsAt), "/endsAt", "date-range");
    refuse(errors, !endsAt.isAfter(startsAt), "/endsAt", "before-start");
    refuse(errors, salesStartAt != null && !within(salesStartAt), "/salesStartAt", "date-range");
    refuse(errors, salesEndAt != null && !within(salesEndAt), "/salesEndAt", "date-range");
    boolean backwards =
        salesStartAt != null && salesEndAt != null && !salesEndAt.isAfter(salesStartAt);
    refuse(errors, backwards, "/salesEndAt", "before-sale-start");
    refuse(errors, !ZONES.contains(timezone), "/timezone", "timezone");
    refuse(errors, !isCurrency(currency), "/currency", "currency");
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < types.size(); i++) {
      UUID id = types.get(i).id();
      refuse(errors, id != null && !seen.add(id), "/ticketTypes/" + i + "/id", "duplicate");
    }
    return errors;
  }

  private static void refuse(List<FieldError> errors, boolean wrong, String pointer, String code) {
    if (wrong) {
      errors.add(new FieldError(pointer, code, Map.of()));
    }
  }

  static boolean within(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(LAST);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
