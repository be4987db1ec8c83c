package org.billetterie.webd.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// How an order is to be paid.
public record PaymentRequest(
    @NotNull @Pattern(regexp = "test-card") String method, @NotNull @Valid Card card) {

  /// @param number 12 to 19 digits, spaces allowed
  /// @param expiry MM/YY
  public record Card(
      @NotNull @Pattern(regexp = "[0-9 ]{12,23}") String number,
      @NotNull @Pattern(regexp = "(0[1-9]|1[0-2])/[0-9]{2}") String expiry,
      @NotNull @Pattern(regexp = "[0-9]{3,4}") String cvc) {

    String digits() {
      return number.replace(" ", "");
    }

    /// A card is never printed, not even by mistake.
    @Override
    public String toString() {
      return "Card[…]";
    }
  }
}
