package org.billetterie.webd.page;

/// What all pages share in one language.
///
/// @param brand the house's name, or ours
/// @param url scheme, host and port
record Site(String brand, String url, Words words) {

  /// What every page has in its head.
  ///
  /// @param image path of a picture for previews of the link; null for none
  String head(String about, String description, String path, String image, String linkedData) {
    String title = about + " · " + brand;
    return String.join(
        "",
        "<title>" + Markup.text(title) + "</title>\n",
        Markup.meta("name", "description", description),
        "<link rel=\"canonical\" href=\"" + Markup.text(url + path) + "\">\n",
        Markup.meta("property", "og:site_name", brand),
        Markup.meta("property", "og:type", "website"),
        Markup.meta("property", "og:title", title),
        Markup.meta("property", "og:description", description),
        Markup.meta("property", "og:url", url + path),
        Markup.meta("property", "og:locale", words.french() ? "fr_FR" : "en_GB"),
        Markup.meta("name", "twitter:card", image == null ? "summary" : "summary_large_image"),
        image == null ? "" : Markup.meta("property", "og:image", url + image),
        "<script type=\"application/ld+json\">" + Markup.data(linkedData) + "</script>\n");
  }
}
