package org.billetterie.webd.event;

import java.time.Duration;
import java.time.Instant;
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
    EventStatus status) {
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
            request.status());
    List<FieldError> errors = draft.errors();
    if (!errors.isEmpty()) {
      throw Problem.fields(errors);
    }
    return draft;
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

  private static boolean within(Instant instant) {
    return !instant.isBefore(FIRST) && instant.isBefore(LAST);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }
}
