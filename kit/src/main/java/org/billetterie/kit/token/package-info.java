/// Who calls: access tokens, the four roles, and the proof that a browser's request is ours. Start
/// at [TokenCheck].
package org.billetterie.kit.token;
