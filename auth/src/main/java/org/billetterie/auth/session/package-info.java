/// Sessions: signing in, staying so by refresh tokens that change at each use, signing out. Start
/// at [Sessions].
package org.billetterie.auth.session;
