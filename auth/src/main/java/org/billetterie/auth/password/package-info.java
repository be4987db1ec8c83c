/// Passwords: what is allowed, how they are kept, and how many are checked at a time. Start at
/// [Passwords].
package org.billetterie.auth.password;
