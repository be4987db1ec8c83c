/// `bin/verify`: proves over the whole database that what was promised holds.
package org.billetterie.webd.verify;
