package org.jejak.rules;

import java.util.Locale;

/** The two languages in which every row is written. */
final class Languages {
  private Languages() {}

  static String pick(Locale locale, String indonesian, String english) {
    return "en".equals(locale.getLanguage()) ? english : indonesian;
  }
}
