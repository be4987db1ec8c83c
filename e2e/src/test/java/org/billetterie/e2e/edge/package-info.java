/// The door: what it lets in, what it says itself, and what happens to junk.
package org.billetterie.e2e.edge;
