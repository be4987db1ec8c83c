package org.billetterie.e2e.control;

import java.util.Locale;

/// What can be switched on in the services of a stack that runs with [FaultAgent].
public enum Fault {
  /// The check of a token's signature and claims throws.
  TOKEN_FAILS,
  /// Any signature is taken for a good one.
  TOKEN_OPEN,
  /// The look whether session, account and role still stand throws.
  GUARD_FAILS,
  /// Nobody looks whether session, account and role still stand.
  GUARD_OPEN,
  /// Reading what limits count throws.
  LIMIT_LOOKUP_FAILS,
  /// Comparing with the limits throws.
  LIMITS_FAIL,
  /// Nobody compares with the limits.
  LIMITS_OPEN,
  /// The proof that a request comes from our own page throws.
  CSRF_FAILS,
  /// Nobody asks for that proof.
  CSRF_OPEN,
  /// An answer of auth is waited for without an end.
  AUTH_IS_WAITED_FOR,
  /// Who waits too long at the desk is left waiting.
  NO_PATIENCE,
  /// The clock follows the system's also when that is set back.
  CLOCK_STEPS_BACK,
  /// A commit that failed is taken for one that did not.
  COMMIT_LIES,
  /// Read when the service starts: a commit does not wait for the disk.
  SYNCHRONOUS_NORMAL;

  String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
