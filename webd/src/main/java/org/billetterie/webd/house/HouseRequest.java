package org.billetterie.webd.house;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.billetterie.webd.image.ImageLinks;

/// The body of `PATCH /api/house`: what is absent stays, an empty text takes away.
///
/// @param accent `#rrggbb`
/// @param logo id of an image that was sent before
/// @param contactAddress may have several lines
public record HouseRequest(
    @Size(min = 0, max = 80) @Pattern(regexp = LINE) String name,
    @Pattern(regexp = Color.HEX + "|") String accent,
    @Pattern(regexp = ImageLinks.ID + "|") String logo,
    @Email @Size(min = 0, max = 254) String contactEmail,
    @Size(min = 0, max = 40) @Pattern(regexp = "[-+0-9 ().\\u202f\\u00a0]*") String contactPhone,
    @Size(min = 0, max = 400) @Pattern(regexp = TEXT) String contactAddress) {
  static final String LINE = "[^\\p{Cntrl}\\p{Cs}]*";
  static final String TEXT = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\p{Cs}]*";
}
