/// What every route shares: the request id and its log line, strict JSON, paging, the one place
/// where an exception becomes an answer, the gate of /internal.
package org.billetterie.kit.http;
