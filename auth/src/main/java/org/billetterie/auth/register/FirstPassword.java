package org.billetterie.auth.register;

/// The password that an account begins with.
///
/// @param temporary a machine made it and shows it once: pages ask its owner for another one
public record FirstPassword(String text, boolean temporary) {
  public static FirstPassword chosen(String text) {
    return new FirstPassword(text, false);
  }

  public static FirstPassword random(String text) {
    return new FirstPassword(text, true);
  }

  @Override
  public String toString() {
    return "FirstPassword";
  }
}
