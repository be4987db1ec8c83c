package org.billetterie.webd.sale;

import java.util.Map;
import java.util.UUID;
import org.billetterie.webd.event.Event;
import org.billetterie.webd.sale.Placing.Holder;

/// All that a batch of placings is decided from, read once.
///
/// @param answers what was answered to keys that came before
/// @param seats seats that an account has at an event; absent is none
/// @param holds its PENDING orders there; absent is none
public record Snapshot(
    Map<UUID, Event> events,
    Map<Idempotency.Key, Idempotency.Kept> answers,
    Map<Holder, Integer> seats,
    Map<Holder, Integer> holds) {}
