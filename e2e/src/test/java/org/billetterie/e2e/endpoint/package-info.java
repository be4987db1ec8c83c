/// One class for each resource: what it answers when all is well, and each refusal that docs/api
/// names once.
package org.billetterie.e2e.endpoint;
