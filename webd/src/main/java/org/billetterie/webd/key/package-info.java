/// The public keys of auth, as webd keeps them.
package org.billetterie.webd.key;
