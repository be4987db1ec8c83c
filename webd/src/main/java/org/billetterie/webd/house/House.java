package org.billetterie.webd.house;

import java.util.Locale;

/// What the pages say of the house. What was never given is empty.
///
/// @param name of header, titles and tickets
/// @param logoId null where there is none
/// @param accent `#rrggbb` as the Admin chose it; null for the colour that pages come with
record House(
    String name,
    String accent,
    String logoId,
    String contactEmail,
    String contactPhone,
    String contactAddress) {

  /// What a request names is replaced, the rest stays.
  House with(HouseRequest request) {
    return new House(
        line(request.name(), name),
        request.accent() == null ? accent : orNull(request.accent().toLowerCase(Locale.ROOT)),
        request.logo() == null ? logoId : orNull(request.logo()),
        line(request.contactEmail(), contactEmail),
        line(request.contactPhone(), contactPhone),
        line(request.contactAddress(), contactAddress));
  }

  private static String line(String asked, String otherwise) {
    return asked == null ? otherwise : asked.strip();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
