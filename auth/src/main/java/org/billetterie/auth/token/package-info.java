/// Access tokens: the key that signs them, the tokens, and the public half for everyone. Start at
/// [Tokens].
package org.billetterie.auth.token;
