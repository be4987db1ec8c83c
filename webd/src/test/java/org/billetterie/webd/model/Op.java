package org.billetterie.webd.model;

import java.util.List;

/// What somebody may do. Events, accounts, orders and keys are named by numbers that are looked up
/// when the step is taken (modulo what there is), so that any part of a history is a history.
sealed interface Op {
  /// @param perAccount 0 for no limit
  record Create(int capacity, List<Type> types, int perOrder, int perAccount, int hours)
      implements Op {}

  /// @param capacity 0 for none of its own
  record Type(long priceMinor, int capacity) {}

  record Place(int event, int account, List<Line> lines) implements Op {}

  record Line(int type, int quantity) {}

  /// Asks something again with its key.
  ///
  /// @param changed not the same thing, but with the same key
  record Repeat(int request, boolean changed) implements Op {}

  record Pay(int order, boolean own, boolean goodCard) implements Op {}

  record GiveBack(int order, boolean own) implements Op {}

  /// @param number what the change is about: a capacity, a limit, the place of a type
  /// @param stale with the version before
  record Edit(int event, Change change, int number, boolean stale) implements Op {}

  /// What an organizer changes.
  enum Change {
    CAPACITY,
    TYPE_CAPACITY,
    PER_ORDER,
    PER_ACCOUNT,
    PRICE,
    PUBLISH,
    UNPUBLISH,
    CANCEL,
    ADD_TYPE,
    REMOVE_TYPE,
    CURRENCY,
    SALE_WINDOW
  }

  record Delete(int event, boolean stale) implements Op {}

  record DeleteAccount(int account) implements Op {}

  /// Unpaid orders whose time is over.
  record Expire() implements Op {}

  /// Orders of canceled events.
  record CancelOrders() implements Op {}

  /// Answers that are old.
  record SweepAnswers() implements Op {}

  record Wait(int seconds) implements Op {}
}
