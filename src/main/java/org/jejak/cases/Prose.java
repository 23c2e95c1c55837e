package org.jejak.cases;

import java.text.Normalizer;

/** What somebody typed, as it is kept: one form of each letter, no control characters. */
final class Prose {
  private Prose() {}

  /** Several lines. */
  static String of(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}&&[^\n\t]]|[\\x{D800}-\\x{DFFF}]", "")
        .strip();
  }

  /** One line. */
  static String line(String typed) {
    return of(typed).replaceAll("\\s+", " ");
  }
}
