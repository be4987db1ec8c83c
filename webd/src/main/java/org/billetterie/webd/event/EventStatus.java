package org.billetterie.webd.event;

/// DRAFT is seen by its organizer; PUBLISHED by all; CANCELED by all, and for good.
public enum EventStatus {
  DRAFT,
  PUBLISHED,
  CANCELED
}
