package org.billetterie.webd.desk;

/// The order in which a batch decides: money that arrived in time first, then seats that come back,
/// then all else in order of arrival.
public enum Urgency {
  PAYING,
  FREEING,
  PLACING
}
