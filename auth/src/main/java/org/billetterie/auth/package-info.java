/// The service that knows who is who: accounts, sessions, tokens. Start at [Main]; the features are
/// the packages below.
package org.billetterie.auth;
