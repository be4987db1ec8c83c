/// The pages of events for those who run no script: search engines, link previews, readers without
/// JavaScript. The frontend's own page, with title, description and a readable text filled in, and
/// with what its script would ask for first. Begin with [org.billetterie.webd.page.Pages].
package org.billetterie.webd.page;
