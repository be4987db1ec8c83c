/// What `bin/bench` compares a purchase with. Answers 404 unless BENCH is on.
package org.billetterie.webd.bench;
