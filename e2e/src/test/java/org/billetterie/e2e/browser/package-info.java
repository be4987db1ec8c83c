/// What people see and do, in a real Chromium, through lb.
///
/// - `Chromium` (as a parameter, with `Chromium.Shared`) opens a `Visit`: one reader's window on a
///   `Device` in a `Language`. French readers like light pages and English ones dark pages, so that
///   both are seen.
/// - A visit lets axe look at each screen it is shown (`screen`) and prints their list. When it is
///   closed it fails where axe or the content security policy objected, or where the console had an
///   error that the test did not provoke (`expect`).
/// - `Counter` buys, `Cast` has the accounts and asks the API what really happened.
///
/// Playwright waits by itself; nothing here sleeps.
package org.billetterie.e2e.browser;
