package org.billetterie.webd.house;

/// What the pages say of the house. What was never given is empty.
///
/// @param name of header, titles and tickets
/// @param accent `#rrggbb` as the Admin chose it; null for the colour that pages come with
record House(
    String name, String accent, String contactEmail, String contactPhone, String contactAddress) {

  /// What a request names is replaced, the rest stays.
  House with(HouseRequest request) {
    return new House(
        line(request.name(), name),
        request.accent() == null ? accent : lower(request.accent()),
        line(request.contactEmail(), contactEmail),
        line(request.contactPhone(), contactPhone),
        line(request.contactAddress(), contactAddress));
  }

  private static String line(String asked, String otherwise) {
    return asked == null ? otherwise : asked.strip();
  }

  private static String lower(String color) {
    return color.isEmpty() ? null : color.toLowerCase(java.util.Locale.ROOT);
  }
}
