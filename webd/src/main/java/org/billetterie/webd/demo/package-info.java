/// The demo world: a theatre's season and its neighbours, with dates that are always about today.
/// It is made through the same door as every sale. Start at [DemoWorld].
package org.billetterie.webd.demo;
