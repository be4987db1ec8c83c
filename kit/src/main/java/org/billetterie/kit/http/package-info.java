/// What every route shares: the request id and its log line, strict JSON, paging, the gate of
/// /internal.
package org.billetterie.kit.http;
