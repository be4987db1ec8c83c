package org.billetterie.e2e.browser;

/// What a reader's browser asks for, and the words that the pages then use.
enum Language {
  FR("fr-FR"),
  EN("en-GB");

  private final String locale;

  Language(String locale) {
    this.locale = locale;
  }

  String locale() {
    return locale;
  }

  String say(String french, String english) {
    return this == FR ? french : english;
  }
}
