/// What an account does with itself.
package org.billetterie.auth.me;
