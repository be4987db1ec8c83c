/// What an Admin does with other accounts, and what the operator does on the machine itself. Start
/// at [Accounts].
package org.billetterie.auth.admin;
