package org.jejak.intake;

import java.text.Normalizer;

/** Text as somebody typed it, made fit to keep: one form of each letter, no invisible controls. */
final class Typed {
  private Typed() {}

  /** Many lines; {@code null} where nothing but space was typed. */
  static String text(String raw) {
    if (raw == null) {
      return null;
    }
    StringBuilder kept = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                kept.append('\uFFFD');
              } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                kept.appendCodePoint(c);
              }
            });
    String text = kept.toString().strip();
    return text.isEmpty() ? null : text;
  }

  /** One line; {@code null} where nothing but space was typed. */
  static String line(String raw) {
    String text = text(raw);
    return text == null ? null : text.replaceAll("\\s+", " ");
  }
}
