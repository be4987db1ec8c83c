/// Many buyers at once, for load tests only. The routes answer 404 unless LOAD_TEST is on.
package org.billetterie.auth.loadtest;
