/// The whole system from outside: real processes, real HTTP through lb, no service's code.
///
/// - `stack` starts and stops a Billetterie of its own (bin/up, free ports, a temporary folder).
///   Take a `Stack` as a test's parameter with [org.billetterie.e2e.stack.SharedStack] to share one
///   with all tests that do no harm; `Stack.start(settings)` for a private one. Closing a stack
///   proves that no process is left and that no secret it was told is in its logs.
/// - `client` speaks to it: `Api` (plain requests), `People` (accounts: real ones and crowds),
///   `Buyer`, `Organizer`, `Show` (an event), `Crowd` (many at the same moment), `Seed` (all chance
///   of a test comes from one printed number, given again by `-Dseed=`).
/// - `history` writes down what each buyer was told and compares it with the database: `History`,
///   `HistoryCheck` (I1 to I5), `Watch` (I1 while it happens), `Verify` (bin/verify).
/// - `control` is the stack that can oversell. A test of never overselling has a second method that
///   runs the same scenario with `@Unguarded Stack` and ends in `Control.assertOversold`.
/// - `sale`, `faults`, `account`: the tests. Each makes its own events; accounts are shared.
/// - `browser`: the pages, in a real Chromium.
///
/// Wait with `Until`, never for time; its bounds are generous unless the bound is the promise.
///
/// One test alone, with everything built (bin/up builds): `mvn -pl e2e test -Dtest=RushTest`. A
/// stack's folder is kept with `-De2e.keep=true`. Tests tagged `long` run in `bin/test --long`.
package org.billetterie.e2e;
