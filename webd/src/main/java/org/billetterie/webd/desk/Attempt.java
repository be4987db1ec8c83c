package org.billetterie.webd.desk;

/// How a batch is decided.
enum Attempt {
  /// Without savepoints: each would make the database write every changed page twice. Whatever
  /// throws before it wrote is refused; whatever throws later ends the attempt.
  HOPEFUL,

  /// With a savepoint for everything that is decided, after a hopeful attempt was undone.
  CAREFUL
}
