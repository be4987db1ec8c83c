/// Refusals on their way to the caller: one format (RFC 9457), with texts in French and English.
/// Start at [Problem]; `http` turns them into answers.
package org.billetterie.kit.problem;
