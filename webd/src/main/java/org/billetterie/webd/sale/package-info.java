/// What a sale decides. [Decision] is the rule, in memory and nothing else; [Stock] holds the
/// conditional update that cannot oversell, with the table's CHECK behind it; [Idempotency] keeps
/// what was answered. How they are run is in [org.billetterie.webd.desk].
package org.billetterie.webd.sale;
