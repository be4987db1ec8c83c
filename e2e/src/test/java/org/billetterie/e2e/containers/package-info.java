/// The four containers of compose.yaml, tested from outside with a real engine. `bin/test
/// containers` finds the engine, builds the images and runs these tests; they are tagged
/// `containers` and do not run without it.
///
/// - [org.billetterie.e2e.containers.Containers] starts them in a project of its own and speaks to
///   the engine; [org.billetterie.e2e.containers.Guests] has the accounts.
package org.billetterie.e2e.containers;
