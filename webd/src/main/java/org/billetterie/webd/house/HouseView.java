package org.billetterie.webd.house;

import java.util.List;
import org.billetterie.webd.image.ImageLinks;

/// The house as anybody may read it.
///
/// @param accent null for the colour that pages come with
/// @param texts names of the texts that were written
/// @param paymentMethods how a priced order can be paid here; empty where nothing is configured
public record HouseView(
    String name,
    Accent accent,
    ImageLinks logo,
    String contactEmail,
    String contactPhone,
    String contactAddress,
    List<String> texts,
    List<String> paymentMethods) {

  static HouseView of(House house, Accent accent, List<String> texts, List<String> paymentMethods) {
    return new HouseView(
        house.name(),
        accent,
        ImageLinks.of(house.logoId()),
        house.contactEmail(),
        house.contactPhone(),
        house.contactAddress(),
        texts,
        paymentMethods);
  }
}
