package org.billetterie.webd.copy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.billetterie.webd.event.EventStatus;

/// The body of `POST /api/events/{id}/copies`.
///
/// @param startsAt one copy each
/// @param status DRAFT when absent, or PUBLISHED
record CopyRequest(
    @NotEmpty @Size(min = 1, max = 60) List<@NotNull Instant> startsAt, EventStatus status) {

  EventStatus wanted() {
    return status == null ? EventStatus.DRAFT : status;
  }

  String payload() {
    return startsAt + " " + wanted();
  }
}
