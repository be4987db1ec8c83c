/// Who runs this ticket office: name, logo, colour, contact and the texts that the law asks for.
/// Written by an Admin, read by anybody. Start at [KeepHouse].
package org.billetterie.webd.house;
