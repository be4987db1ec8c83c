/// What a sign-in page must know before anyone signs in.
package org.billetterie.auth.status;
