/// What happens once, when the service starts: the first administrator is made on an empty
/// database, and the logins of the demo where it is one.
package org.billetterie.auth.start;
