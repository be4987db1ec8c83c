/// What a sale decides. Start at [Decision]: the rule, in memory and nothing else. [Stock] holds
/// the conditional update that cannot oversell, with the table's CHECK behind it; [Idempotency]
/// keeps what was answered, [InFlight] knows what is being decided. Who reads, decides and writes
/// is `Checkout` in [org.billetterie.webd.order]; how it is run, and in what order, is in
/// [org.billetterie.webd.desk]. The contract: docs/concurrency.md.
package org.billetterie.webd.sale;
