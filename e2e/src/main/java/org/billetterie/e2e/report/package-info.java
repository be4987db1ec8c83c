/// What bin/test says at its end; start at [org.billetterie.e2e.report.Report].
package org.billetterie.e2e.report;
