package org.billetterie.kit.token;

import org.billetterie.kit.problem.Problem;

/// Decides on each request whether a correctly signed token may still be used.
///
/// auth asks its own tables; webd asks what the accounts feed has told it.
public interface TokenGuard {
  /// @throws Problem 401 when the session ended, the account is disabled or deleted, or the token
  ///   carries an older role than the one known
  void check(AccessToken token) throws Problem;
}
