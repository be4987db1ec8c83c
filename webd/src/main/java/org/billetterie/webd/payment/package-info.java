/// Ways to pay. The test card is the only one so far; it moves no money and stores no number.
package org.billetterie.webd.payment;
