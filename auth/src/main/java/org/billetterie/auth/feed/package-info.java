/// The feed of account changes, by which every webd learns of them. Numbers are given under one
/// lock that is held to the commit: who has read up to N has seen every change up to N.
package org.billetterie.auth.feed;
