/// QR codes, of tickets and of links.
package org.billetterie.webd.qr;
