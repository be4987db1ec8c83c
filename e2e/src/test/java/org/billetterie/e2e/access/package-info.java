/// Who may do what. `access/table.txt` among the resources is the table of every route and
/// everybody; [org.billetterie.e2e.access.MatrixTest] asks it all of a running house.
package org.billetterie.e2e.access;
