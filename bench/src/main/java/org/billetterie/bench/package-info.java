/// What the whole system does under load, measured from outside: `bin/bench`. [Programme] says what
/// is measured, [Wrk] measures one run, [Report] prints it and compares it with [Targets]. wrk
/// makes the requests, from the scripts in `bench/wrk/`.
package org.billetterie.bench;
