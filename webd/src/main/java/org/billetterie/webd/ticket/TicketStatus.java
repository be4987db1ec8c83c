package org.billetterie.webd.ticket;

/// VALID lets one person in; CHECKED_IN has; REVOKED never will.
public enum TicketStatus {
  VALID,
  CHECKED_IN,
  REVOKED
}
