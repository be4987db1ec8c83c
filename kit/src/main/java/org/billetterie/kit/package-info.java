/// What both services share, and nothing else: settings, problem+json, the database door, access
/// tokens and the request log. The kit never imports `auth` or `webd`.
package org.billetterie.kit;
