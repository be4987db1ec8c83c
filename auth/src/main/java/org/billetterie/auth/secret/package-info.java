/// What must not be read even by who holds a copy of the database: the pepper and the keys, wrapped
/// by a master key that lies beside it. Start at [MasterKey].
package org.billetterie.auth.secret;
