package org.billetterie.webd.image;

/// Where an image's two drawings are read.
///
/// @param id what an event or the house refers to it by
public record ImageLinks(String id, String url, String smallUrl) {
  /// The form of an id: SHA-256 in hexadecimal.
  public static final String ID = "[0-9a-f]{64}";

  /// @param id null where there is no image
  /// @return null where there is no image
  public static ImageLinks of(String id) {
    return id == null
        ? null
        : new ImageLinks(id, "/api/images/" + id, "/api/images/" + id + "/small");
  }
}
