/// What webd knows of accounts: a copy fed by auth's feed, kept with its cursor in webd's own
/// database, and asked on every request. Start at [AccountsFeed].
package org.billetterie.webd.account;
