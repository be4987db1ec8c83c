/// Refusals on their way to the caller: one format (RFC 9457), one place that makes it. Start at
/// [Problem].
package org.billetterie.kit.problem;
