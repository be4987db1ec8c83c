/// Images that organizers and Admins send: looked at, drawn anew without anything that was hidden
/// in them, and kept in the database under the hash of what was drawn. Start at [Images].
package org.billetterie.webd.image;
