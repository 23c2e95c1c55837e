package org.jejak.web.faces;

import jakarta.enterprise.inject.spi.CDI;
import org.jejak.web.Words;

/** The words of the request's language, for what CDI does not make. */
final class Bundle {
  private Bundle() {}

  static String of(String key, Object... values) {
    return words().of(key, values);
  }

  static Words words() {
    return CDI.current().select(Words.class).get();
  }
}
