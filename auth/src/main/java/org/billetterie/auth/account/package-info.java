/// What an account is, and the table it is kept in. Who changes one does it through
/// [org.billetterie.auth.feed.Feed], so that the feed and the tokens in use hear of it.
package org.billetterie.auth.account;
