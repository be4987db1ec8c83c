/// The door to a service's own database. Start at [Database].
package org.billetterie.kit.database;
