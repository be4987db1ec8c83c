package org.billetterie.bench;

/// An event on sale, with its one ticket type.
public record Show(String id, String ticketTypeId) {
  String path() {
    return "/api/events/" + id;
  }

  /// A line for `orders.lua`: where one seat is ordered, and with which body.
  String target() {
    return path() + "/orders " + body();
  }

  String body() {
    return "{\"lines\":[{\"ticketTypeId\":\"" + ticketTypeId + "\",\"quantity\":1}]}";
  }
}
