/// Making an account for oneself.
package org.billetterie.auth.register;
