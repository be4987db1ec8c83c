package org.billetterie.webd.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a buyer wants of one event: all of it or nothing.
public record OrderRequest(
    @NotEmpty @Size(min = 1, max = 50) List<@NotNull @Valid LineRequest> lines) {

  public record LineRequest(
      @NotNull UUID ticketTypeId, @NotNull @Min(1) @Max(1_000) Integer quantity) {}

  /// Lines of the same type count together.
  Map<UUID, Integer> seats() {
    Map<UUID, Integer> seats = new LinkedHashMap<>();
    lines.forEach(line -> seats.merge(line.ticketTypeId(), line.quantity(), Integer::sum));
    return seats;
  }
}
