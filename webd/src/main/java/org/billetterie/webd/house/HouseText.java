package org.billetterie.webd.house;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/// One of the texts that the law asks for, in plain paragraphs; empty until it is written.
public record HouseText(
    @NotNull @Size(min = 0, max = 20_000) @Pattern(regexp = HouseRequest.TEXT) String fr,
    @NotNull @Size(min = 0, max = 20_000) @Pattern(regexp = HouseRequest.TEXT) String en) {

  /// Which text: who answers for the site, what a sale binds to, what becomes of personal data.
  public enum Name {
    LEGAL,
    TERMS,
    PRIVACY;

    static final String PATTERN = "legal|terms|privacy";

    static Name of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
