package org.jejak.web.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A receipt that somebody brought to be checked.
 *
 * @param token of the form it came in
 * @param text what was pasted
 * @param file what was uploaded; goes before the text
 * @param tooLarge how many bytes the request had, where it was not read for that; else 0
 */
record Brought(String token, String text, Optional<byte[]> file, long tooLarge) {
  boolean isNothing() {
    return file.isEmpty() && text.isBlank();
  }

  /**
   * The bytes to judge. A browser sends a pasted text with other ends of lines, and people paste it
   * without the last one: these alone are mended.
   */
  byte[] receipt() {
    return file.orElseGet(
        () -> (text.replace("\r\n", "\n").strip() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
