package org.billetterie.webd.order;

/// PENDING holds its seats until it expires; PAID has tickets; the other two hold nothing.
public enum OrderStatus {
  PENDING,
  PAID,
  EXPIRED,
  CANCELED
}
