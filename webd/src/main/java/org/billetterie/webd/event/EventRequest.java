package org.billetterie.webd.event;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.billetterie.webd.image.ImageLinks;

/// An event as its organizer writes it. Only title, startsAt, capacity, currency and one ticket
/// type are required.
///
/// @param endsAt 3 hours after the start when absent
/// @param timezone IANA name, Europe/Paris when absent
/// @param salesStartAt the sale opens on publication when absent
/// @param salesEndAt the sale ends with the event when absent
/// @param currency ISO 4217
/// @param maxPerOrder seats in one order, 10 when absent
/// @param maxPerAccount seats of one account over all its orders, no limit when absent
/// @param cover id of an image that was sent before (see the package `image`); none when absent
/// @param status DRAFT when absent in a new event, unchanged when absent in an edit
public record EventRequest(
    @NotBlank @Size(min = 1, max = 200) @Pattern(regexp = LINE) String title,
    @Size(min = 0, max = 10_000) @Pattern(regexp = TEXT) String description,
    @Size(min = 0, max = 200) @Pattern(regexp = LINE) String venue,
    @NotNull Instant startsAt,
    Instant endsAt,
    String timezone,
    Instant salesStartAt,
    Instant salesEndAt,
    @NotNull @Min(1) @Max(1_000_000) Integer capacity,
    @NotNull String currency,
    @Min(1) @Max(1_000) Integer maxPerOrder,
    @Min(1) @Max(1_000_000) Integer maxPerAccount,
    @NotEmpty @Size(min = 1, max = 50) List<@NotNull @Valid TypeRequest> ticketTypes,
    EventStatus status,
    @Pattern(regexp = ImageLinks.ID) String cover) {

  static final String LINE = "[^\\p{Cntrl}\\p{Cs}]*";
  static final String TEXT = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\p{Cs}]*";

  /// @param id of a type that stays; absent for a new one
  /// @param priceMinor in minor units of the currency, 0 for free
  /// @param capacity limit of this type alone; absent where only the event's counts
  public record TypeRequest(
      UUID id,
      @NotBlank @Size(min = 1, max = 100) @Pattern(regexp = LINE) String name,
      @NotNull @Min(0) @Max(100_000_000) Long priceMinor,
      @Min(0) @Max(1_000_000) Integer capacity) {}
}
