/// Links that can be used once to get back into an account. The link holds 256 random bits in its
/// fragment, which no server and no log ever sees; the table keeps their SHA-256. Start at
/// [RecoveryLinks].
package org.billetterie.auth.recovery;
